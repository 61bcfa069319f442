interface Filling {
  used: bigint;
  held: bigint;
  limit: bigint;
}

/**
 * A bar of a limit: what is used, then what is held, in a lighter block. What is there shows, however little it is,
 * and a bar is only full when nothing is left.
 */
export function formatBar({ used, held, limit }: Filling, width: number): string {
  const usedCells = cellsOf({ part: used, limit, width });
  const filledCells = Math.max(
    cellsOf({ part: used + held, limit, width }),
    held > 0n ? Math.min(usedCells + 1, width) : usedCells,
  );
  return '█'.repeat(usedCells) + '▒'.repeat(filledCells - usedCells) + '░'.repeat(width - filledCells);
}

function cellsOf({ part, limit, width }: { part: bigint; limit: bigint; width: number }): number {
  if (part >= limit) return width;
  if (part <= 0n) return 0;
  const cells = Number((part * BigInt(width)) / limit);
  return Math.min(Math.max(cells, 1), width - 1);
}
