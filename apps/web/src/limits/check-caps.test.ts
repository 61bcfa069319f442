import { describe, expect, it } from 'vitest';
import type { EffectiveLimit } from './answers.ts';
import { changedCaps, checkCaps, type Drafts } from './check-caps.ts';

const ofPlan = (granted: bigint | null): EffectiveLimit => ({ value: granted, granted, reason: 'plan' });
const lowered = (value: bigint, granted: bigint | null): EffectiveLimit => ({
  value,
  granted,
  reason: 'user',
});
const LIMITS = {
  tokensPerDay: ofPlan(10_000n),
  costPerDay: ofPlan(5_000_000_000n),
  tokensPerMonth: ofPlan(100_000n),
  costPerMonth: ofPlan(50_000_000_000n),
};

const capsFor = (drafts: Drafts, limits = LIMITS) => changedCaps(checkCaps(drafts, limits), limits);
const errorsFor = (drafts: Drafts, limits = LIMITS) =>
  Object.entries(checkCaps(drafts, limits)).flatMap(([name, { error }]) =>
    error ? [`${name}: ${error}`] : [],
  );

describe('what is typed for limits', () => {
  it('asks for what is changed, and for nothing else', () => {
    expect(capsFor({ tokensPerDay: '5000', costPerDay: '5.00' })).toEqual({ tokensPerDay: 5_000n });
    expect(capsFor({})).toEqual({});
  });

  it('may be nothing at all: a limit of zero', () => {
    expect(capsFor({ tokensPerDay: '0' })).toEqual({ tokensPerDay: 0n });
  });

  it.each(['', '10000'])('restores what is granted, typed as %j', (tokensPerDay) => {
    const limits = { ...LIMITS, tokensPerDay: lowered(5_000n, 10_000n) };
    expect(capsFor({ tokensPerDay }, limits)).toEqual({ tokensPerDay: 'granted' });
  });

  it('restores a limit that is granted without one', () => {
    const limits = { ...LIMITS, costPerMonth: lowered(6_000_000_000n, null) };
    expect(capsFor({ costPerMonth: '' }, limits)).toEqual({ costPerMonth: 'granted' });
  });

  it.each([
    {
      drafts: { tokensPerDay: '10001' },
      errors: ['tokensPerDay: You can only lower it: 10,000 tokens are granted to you.'],
    },
    {
      drafts: { costPerMonth: '50.01' },
      errors: ['costPerMonth: You can only lower it: $50.00 are granted to you.'],
    },
    { drafts: { tokensPerMonth: '-1' }, errors: ['tokensPerMonth: A limit cannot be below zero.'] },
    {
      drafts: { tokensPerMonth: '9999' },
      errors: ['tokensPerDay: A day cannot have more than its month, which would have 9,999 tokens.'],
    },
    { drafts: { tokensPerMonth: '9999', tokensPerDay: '9999' }, errors: [] },
    {
      drafts: { costPerMonth: '1' },
      errors: ['costPerDay: A day cannot have more than its month, which would have $1.00.'],
    },
  ])('is checked: $drafts', ({ drafts, errors }) => {
    expect(errorsFor(drafts)).toEqual(errors);
  });

  it('is not held up by a day above its month that was so before', () => {
    const limits = { ...LIMITS, tokensPerDay: ofPlan(50_000n), tokensPerMonth: lowered(20_000n, 100_000n) };
    expect(errorsFor({ costPerDay: '1' }, limits)).toEqual([]);
  });
});
