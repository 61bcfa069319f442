import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCsvLine } from './format-csv.ts';

it.each([
  ['plain', 'plain'],
  ['', ''],
  [null, ''],
  [7n, '7'],
  [-7, '-7'],
  [true, 'true'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a, b', '"a, b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  [' kept', '" kept"'],
])('writes %o as %s', (cell, text) => {
  expect(formatCsvLine([cell])).toBe(`${text}\r\n`);
});

it.each([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '-',
  '=HYPERLINK("http://a.b","c")',
])('lets no spreadsheet run %o', (text) => {
  const [cell = ''] = parseLine(formatCsvLine([text]));
  expect(cell).toBe(`'${text}`);
});

it.each(['-0.000000001', '-12', '3.5'])('leaves the number %s a number', (text) => {
  expect(formatCsvLine([text])).toBe(`${text}\r\n`);
});

it('reads back as what was written, whatever it is', () => {
  const harmless = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1, maxLength: 5 }), (cells) => {
      expect(parseLine(formatCsvLine(cells))).toEqual(cells);
    }),
  );
});

/** A reader of its own, by the grammar of RFC 4180. */
function parseLine(line: string): string[] {
  expect(line.endsWith('\r\n')).toBe(true);
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const [whole = '', quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",]*))/.exec(rest) ?? [];
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (rest === '') return cells;
    expect(rest[0]).toBe(',');
    rest = rest.slice(1);
  }
}
