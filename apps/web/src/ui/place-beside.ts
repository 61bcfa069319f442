export const TIP_WIDTH_PX = 290;

interface Place {
  left: number;
  top: number;
}

/** On the right without a gap, so that a pointer can go there; below where there is no room. */
export function placeBeside(
  { left, right, top, bottom }: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  roomPx: number,
): Place {
  if (right + TIP_WIDTH_PX <= roomPx) return { left: right, top };
  return { left: Math.max(0, Math.min(left, roomPx - TIP_WIDTH_PX)), top: bottom };
}
