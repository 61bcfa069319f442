import { printable } from './printable.ts';

const GAP = '  ';

interface Column {
  title: string;
  align?: 'right';
  /** Left out where the table is wider than it may be, the first such column first. */
  isOptional?: boolean;
}

/** Rows under titles, each column as wide as its widest cell. */
export function formatTable(columns: Column[], rows: string[][], widest: number | null = null): string[] {
  const lines = layOut(columns, rows);
  const optional = columns.findIndex(({ isOptional }) => isOptional);
  if (widest === null || optional === -1 || lines.every(({ length }) => length <= widest)) return lines;
  return formatTable(
    columns.toSpliced(optional, 1),
    rows.map((row) => row.toSpliced(optional, 1)),
    widest,
  );
}

function layOut(columns: Column[], rows: string[][]): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(printable))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP)
      .trimEnd(),
  );
}
