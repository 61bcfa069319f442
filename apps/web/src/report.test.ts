import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { report } from './report.ts';

let written: string[];

beforeEach(() => {
  written = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.push(line));
});
afterEach(() => vi.restoreAllMocks());

const HOSTILE = `Failed query: insert\nparams: x\n    at ada@example.com (secret:1:1)\n: x\n    at her password`;

it('writes the kind, the code and the places of a failure and the kinds of its causes', () => {
  const cause = Object.assign(new TypeError('secret'), { code: 'ECONNRESET' });
  report(new RangeError('secret', { cause }));
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(
    /^RangeError\n {4}at .*report\.test\.ts[^]*\n {2}caused by TypeError ECONNRESET$/,
  );
  expect(written[0]).not.toContain('secret');
});

it.each([
  ['of its own', () => new Error(HOSTILE)],
  ['of a named kind', () => new Named(HOSTILE)],
  ['that was put in place of the first', () => Object.assign(new Error(HOSTILE), { message: 'harmless' })],
  ['that was taken away', () => Object.assign(new Error(HOSTILE), { message: '' })],
  ['that begins like a place', () => new Error(`\n    at ada@example.com\n${HOSTILE}`)],
])('writes no line of a message %s, even where it looks like a place', (_, create) => {
  report(create());
  expect(written.join()).not.toMatch(/ada@|password|secret/);
});

it('writes the places of a failure that says nothing', () => {
  const silent = new RangeError('one');
  silent.message = '';
  silent.stack = (silent.stack ?? '').replace(': one', '');
  report(silent);
  expect(written[0]).toMatch(/^RangeError\n {4}at .*report\.test\.ts/);
});

it('writes of what is no error only its type', () => {
  report('secret');
  expect(written).toEqual(['a string was thrown']);
});

class Named extends Error {
  override readonly name = 'Named';
}
