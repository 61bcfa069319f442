import { describe, expect, it } from 'vitest';
import { formatBar } from './format-bar.ts';
import { formatTable } from './format-table.ts';
import { parseCount, parseDollars } from './parse-amount.ts';
import { printable } from './printable.ts';
import { wrapLines } from './wrap-lines.ts';

describe('wrapLines', () => {
  it('breaks between words, and goes on under what a label or an indent begins', () => {
    expect(wrapLines(['one two three', 'Held   one two three', '  one two three', 'short'], 14)).toEqual([
      'one two three',
      'Held   one two',
      '       three',
      '  one two',
      '  three',
      'short',
    ]);
  });

  it('keeps a command whole', () => {
    expect(wrapLines(['See "npm run -s cli -- --help".'], 10)).toEqual([
      'See',
      '"npm run -s cli -- --help".',
    ]);
  });

  it('leaves lines as they are where there is no terminal', () => {
    expect(wrapLines(['a'.repeat(50), 'b c '.repeat(50)], null)).toEqual(['a'.repeat(50), 'b c '.repeat(50)]);
  });
});

describe('parseDollars', () => {
  it.each([
    ['2.50', 2_500_000_000n],
    ['$2.5', 2_500_000_000n],
    ['0', 0n],
    ['5', 5_000_000_000n],
    ['0.000000001', 1n],
    ['99999999.999999999', 99_999_999_999_999_999n],
  ])('reads %s exactly', (text, nanos) => {
    expect(parseDollars('cost', text)).toBe(nanos);
  });

  it.each(['', '-1', '1e3', '1.', '.5', '0.0000000001', 'two', '1,50', '999999999'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseDollars('cost', text)).toThrow('--cost takes dollars');
    },
  );
});

describe('parseCount', () => {
  it.each([
    ['0', 0n],
    ['10000', 10_000n],
    ['10,000', 10_000n],
    ['1_000_000', 1_000_000n],
  ])('reads %s', (text, count) => {
    expect(parseCount('tokens', text)).toBe(count);
  });

  it.each(['', '-1', '1.5', '1e3', '1,00', ',100', '1234567890123456'])('refuses "%s"', (text) => {
    expect(() => parseCount('tokens', text)).toThrow('--tokens takes a whole number');
  });
});

describe('formatBar', () => {
  it.each([
    [{ used: 0n, held: 0n, limit: 100n }, '░░░░░░░░░░'],
    [{ used: 50n, held: 20n, limit: 100n }, '█████▒▒░░░'],
    [{ used: 1n, held: 0n, limit: 10_000n }, '▏░░░░░░░░░'],
    [{ used: 0n, held: 1n, limit: 10_000n }, '▏░░░░░░░░░'],
    [{ used: 1n, held: 2_000n, limit: 10_000n }, '▏▒░░░░░░░░'],
    [{ used: 83n, held: 0n, limit: 1_000n }, '▊░░░░░░░░░'],
    [{ used: 9_999n, held: 0n, limit: 10_000n }, '█████████░'],
    [{ used: 100n, held: 0n, limit: 100n }, '██████████'],
    [{ used: 80n, held: 20n, limit: 100n }, '████████▒▒'],
    [{ used: 250n, held: 50n, limit: 100n }, '██████████'],
    [{ used: 0n, held: 0n, limit: 0n }, '██████████'],
  ])('draws %o', (filling, bar) => {
    expect(formatBar(filling, 10)).toBe(bar);
  });
});

describe('formatTable', () => {
  it('aligns columns and keeps numbers at the right', () => {
    const columns = [{ title: 'Name' }, { title: 'Cost', align: 'right' as const }];
    expect(
      formatTable(columns, [
        ['a', '$1.00'],
        ['longer', '$10.00'],
      ]),
    ).toEqual(['Name      Cost', 'a        $1.00', 'longer  $10.00']);
  });

  it('leaves out optional columns, the first one first, until it fits', () => {
    const columns = [{ title: 'A' }, { title: 'Bb', isOptional: true }, { title: 'Cc', isOptional: true }];
    const rows = [['1', '2', '3']];
    expect(formatTable(columns, rows, 9)).toEqual(['A  Bb  Cc', '1  2   3']);
    expect(formatTable(columns, rows, 8)).toEqual(['A  Cc', '1  3']);
    expect(formatTable(columns, rows, 0)).toEqual(['A', '1']);
  });

  it('lets no text steer the terminal', () => {
    expect(formatTable([{ title: 'T' }], [['\u001B[31mred\u0007']])).toEqual(['T', '[31mred']);
  });
});

describe('printable', () => {
  it('keeps lines and tabs, letters of every script, and no control character', () => {
    expect(printable('Zoë\t李\n\u001B]0;title\u0007\r\u009B')).toBe('Zoë\t李\n]0;title');
  });
});
