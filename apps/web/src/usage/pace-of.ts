interface Window {
  startsAt: Date;
  resetsAt: Date;
}

/** The share of a window that has passed, in percent. */
export function paceOf({ startsAt, resetsAt }: Window, now: number): number {
  const length = resetsAt.getTime() - startsAt.getTime();
  const passed = ((now - startsAt.getTime()) / length) * 100;
  return Math.min(100, Math.max(0, passed));
}
