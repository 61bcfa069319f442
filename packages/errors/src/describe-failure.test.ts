import { expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';

const HOSTILE = `Failed query: insert\nparams: x\n    at ada@example.com (secret:1:1)\n: x\n    at her password`;

it('tells the kind, the code and the places of a failure and the kinds of its causes', () => {
  const cause = Object.assign(new TypeError('secret'), { code: 'ECONNRESET' });
  const described = describeFailure(new RangeError('secret', { cause }));
  expect(described).toMatch(
    /^RangeError\n {4}at .*describe-failure\.test\.ts[^]*\n {2}caused by TypeError ECONNRESET$/,
  );
  expect(described).not.toContain('secret');
});

it.each([
  ['of its own', () => new Error(HOSTILE)],
  ['of a named kind', () => new Named(HOSTILE)],
  ['that was put in place of the first', () => Object.assign(new Error(HOSTILE), { message: 'harmless' })],
  ['that was taken away', () => Object.assign(new Error(HOSTILE), { message: '' })],
  ['that begins like a place', () => new Error(`\n    at ada@example.com\n${HOSTILE}`)],
])('writes no line of a message %s, even where it looks like a place', (_, create) => {
  expect(describeFailure(create())).not.toMatch(/ada@|password|secret/);
});

it('tells the places of a failure that says nothing', () => {
  const silent = new RangeError('one');
  silent.message = '';
  silent.stack = (silent.stack ?? '').replace(': one', '');
  expect(describeFailure(silent)).toMatch(/^RangeError\n {4}at .*describe-failure\.test\.ts/);
});

it('tells of what is no error only its type', () => {
  expect(describeFailure('secret')).toBe('a string was thrown');
});

class Named extends Error {
  override readonly name = 'Named';
}
