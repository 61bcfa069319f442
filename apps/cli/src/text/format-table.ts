import { printable } from './printable.ts';

const GAP = '  ';

interface Column {
  title: string;
  align?: 'right';
}

/** Rows under titles, each column as wide as its widest cell. */
export function formatTable(columns: Column[], rows: string[][]): string[] {
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
