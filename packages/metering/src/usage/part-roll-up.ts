/**
 * Parts the rows of a roll-up, which have position 0, from the row of the position up to which they count. Where that is
 * missing nothing was followed yet, which is position 0 too.
 */
export function partRollUp<Row extends { position: number }>(
  read: readonly Row[],
): { rows: Omit<Row, 'position'>[]; position: number } {
  return {
    position: Math.max(0, ...read.map((row) => row.position)),
    rows: read.flatMap(({ position, ...row }) => (position === 0 ? [row] : [])),
  };
}
