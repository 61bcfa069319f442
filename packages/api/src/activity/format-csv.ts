/** A value of a cell. Text may be a person's; everything else is ours. */
export type Cell = string | number | bigint | boolean | Date | null;

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8; header=present';

/** The byte order mark, by which spreadsheets know that the file is UTF-8. */
export const CSV_BEGIN = '\uFEFF';

/** At the beginning of a text, these make a spreadsheet take it for a formula; in some languages those of full width, too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One line of CSV by RFC 4180. A text that a spreadsheet would run is given with an apostrophe before it. */
export function formatCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  const text = cell instanceof Date ? cell.toISOString() : String(cell);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
