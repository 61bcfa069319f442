interface Filling {
  used: bigint;
  held: bigint;
  limit: bigint;
}

/** One eighth of a block to seven. */
const PARTS = '▏▎▍▌▋▊▉';
const EIGHTHS = 8;

/**
 * A bar of a limit: what is used, then what is held, in a lighter block. It never shows more than there is, so less
 * than a block is a part of one, and it is only full when nothing is left.
 */
export function formatBar({ used, held, limit }: Filling, width: number): string {
  const usedCells = cellsOf({ part: used, limit, width });
  const filledCells = cellsOf({ part: used + held, limit, width });
  const filled = '█'.repeat(usedCells) + '▒'.repeat(filledCells - usedCells);
  const isPart = usedCells === 0 && (used > 0n || (held > 0n && filledCells === 0));
  if (!isPart) return filled.padEnd(width, '░');
  const eighths = cellsOf({ part: used > 0n ? used : held, limit, width: width * EIGHTHS });
  return `${PARTS[Math.max(eighths, 1) - 1]}${filled.slice(1)}`.padEnd(width, '░');
}

function cellsOf({ part, limit, width }: { part: bigint; limit: bigint; width: number }): number {
  if (part >= limit) return width;
  return part <= 0n ? 0 : Number((part * BigInt(width)) / limit);
}
