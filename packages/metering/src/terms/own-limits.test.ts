import { describe, expect, it } from 'vitest';
import { effectiveLimits } from './effective-limits.ts';
import { lowered, restored, type OwnCaps } from './own-limits.ts';
import { defaultTerms, type Terms } from './terms.ts';

const terms = (changes: Partial<Terms> = {}): Terms => ({ ...defaultTerms('UTC'), ...changes });
const capped = terms({ operationsPerDay: { setByAdmin: { parse: 5n }, loweredByUser: {} } });

describe('lowered', () => {
  it('keeps the caps that are not named', () => {
    const once = lowered(capped, { limits: { tokensPerDay: 5_000n }, operationsPerDay: { parse: 3n } });
    const twice = lowered(once, { limits: { costPerDay: 1n }, operationsPerDay: { summarize: 9n } });
    expect(twice.loweredByUser).toEqual({ tokensPerDay: 5_000n, costPerDay: 1n });
    expect(effectiveLimits(twice).operationsPerDay).toMatchObject({
      parse: { value: 3n, reason: 'user', granted: 5n },
      summarize: { value: 9n, reason: 'user', granted: null },
    });
  });

  it('restores and lowers at once, so that what is between the two refuses neither', () => {
    const before = lowered(terms(), { limits: { tokensPerMonth: 5_000n, tokensPerDay: 2_000n } });
    const up = lowered(before, { limits: { tokensPerDay: 'granted', tokensPerMonth: 20_000n } });
    expect(up.loweredByUser).toEqual({ tokensPerMonth: 20_000n });
    const back = lowered(before, { limits: { tokensPerDay: 6_000n, tokensPerMonth: 'granted' } });
    expect(back.loweredByUser).toEqual({ tokensPerDay: 6_000n });
    expect(() => lowered(before, { limits: { tokensPerDay: 'granted' } })).toThrow('Lower the day with it');
  });

  const refused: [string, { before: Terms; caps: OwnCaps }, RegExp][] = [
    [
      'more than is granted',
      { before: terms(), caps: { limits: { tokensPerDay: 10_001n } } },
      /10,000 tokens are granted/,
    ],
    ['unlimited', { before: terms(), caps: { limits: { costPerDay: null } } }, /\$5\.00 are granted/],
    [
      'more calls than are granted',
      { before: capped, caps: { limits: {}, operationsPerDay: { parse: 6n } } },
      /parse.*5 calls are granted/,
    ],
    [
      'a month below its day',
      { before: terms(), caps: { limits: { tokensPerMonth: 9_999n } } },
      /daily token limit is 10,000 tokens, above the monthly token limit of 9,999 tokens/,
    ],
    [
      'a month of cost below its day',
      { before: terms(), caps: { limits: { costPerMonth: 1n } } },
      /Lower the day with it/,
    ],
  ];
  it.each(refused)('refuses %s', (_, { before, caps }, message) => {
    expect(() => lowered(before, caps)).toThrow(message);
  });

  it('is not held up by a day above its month that it does not touch', () => {
    const moved = terms({ plan: 'basic@1', loweredByUser: { tokensPerMonth: 20_000n } });
    expect(lowered(moved, { limits: { costPerDay: 1n } }).loweredByUser).toMatchObject({ costPerDay: 1n });
  });
});

describe('restored', () => {
  it('takes away the caps that are named, and no other', () => {
    const before = lowered(capped, {
      limits: { tokensPerDay: 1n, costPerDay: 1n },
      operationsPerDay: { parse: 3n },
    });
    expect(restored(before, ['tokensPerDay']).loweredByUser).toEqual({ costPerDay: 1n });
    expect(restored(before, ['operationsPerDay'])).toEqual({
      ...before,
      operationsPerDay: capped.operationsPerDay,
    });
  });
});
