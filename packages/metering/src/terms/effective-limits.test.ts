import { describe, expect, it } from 'vitest';
import { effectiveLimits, type EffectiveLimit } from './effective-limits.ts';
import { defaultTerms, type Terms } from './terms.ts';

const terms = (changes: Partial<Terms> = {}): Terms => ({ ...defaultTerms('UTC'), ...changes });

describe('effectiveLimits', () => {
  it('are those of the plan by default', () => {
    expect(effectiveLimits(terms())).toEqual({
      tokensPerDay: { value: 10_000n, reason: 'plan', granted: 10_000n },
      costPerDay: { value: 5_000_000_000n, reason: 'plan', granted: 5_000_000_000n },
      tokensPerMonth: { value: 100_000n, reason: 'plan', granted: 100_000n },
      costPerMonth: { value: 50_000_000_000n, reason: 'plan', granted: 50_000_000_000n },
      inFlight: { value: 8, reason: 'plan' },
      operationsPerDay: {},
    });
  });

  const changes: [string, { admin?: bigint | null; own?: bigint | null }, EffectiveLimit][] = [
    ['an admin raises it', { admin: 20_000n }, { value: 20_000n, reason: 'admin', granted: 20_000n }],
    ['an admin sets it to nothing', { admin: 0n }, { value: 0n, reason: 'admin', granted: 0n }],
    ['an admin lifts it', { admin: null }, { value: null, reason: 'admin', granted: null }],
    ['the person lowers it', { own: 5_000n }, { value: 5_000n, reason: 'user', granted: 10_000n }],
    ['the person lowers it to nothing', { own: 0n }, { value: 0n, reason: 'user', granted: 10_000n }],
    [
      'the person caps what is unlimited',
      { admin: null, own: 7n },
      { value: 7n, reason: 'user', granted: null },
    ],
    [
      'the person lowers what an admin raised',
      { admin: 9n, own: 8n },
      { value: 8n, reason: 'user', granted: 9n },
    ],
    [
      'an own cap is above what is granted',
      { own: 10_001n },
      { value: 10_000n, reason: 'plan', granted: 10_000n },
    ],
    ['an admin goes below an own cap', { admin: 5n, own: 8n }, { value: 5n, reason: 'admin', granted: 5n }],
    ['an own cap is what is granted', { own: 10_000n }, { value: 10_000n, reason: 'plan', granted: 10_000n }],
    ['an own cap is no cap', { own: null }, { value: 10_000n, reason: 'plan', granted: 10_000n }],
  ];
  it.each(changes)('say who set the value when %s', (_, { admin, own }, expected) => {
    const changed = terms({
      setByAdmin: admin === undefined ? {} : { tokensPerDay: admin },
      loweredByUser: own === undefined ? {} : { tokensPerDay: own },
    });
    expect(effectiveLimits(changed).tokensPerDay).toEqual(expected);
  });
});

describe('the limit of calls at once', () => {
  it.each([
    [null, { value: 8, reason: 'plan' }],
    [0, { value: 0, reason: 'admin' }],
    [1, { value: 1, reason: 'admin' }],
    [32, { value: 32, reason: 'admin' }],
    [1_000, { value: 32, reason: 'admin' }],
  ])('of %s in the terms is %j', (inTerms, expected) => {
    expect(effectiveLimits(terms({ maxInFlight: inTerms })).inFlight).toEqual(expected);
  });
});

const NO_CAPS = { setByAdmin: {}, loweredByUser: {} };

describe('caps of operations', () => {
  it.each([
    ['an admin sets one', { setByAdmin: { parse: 5n } }, { value: 5n, reason: 'admin', granted: 5n }],
    ['an admin lifts one', { setByAdmin: { parse: null } }, { value: null, reason: 'admin', granted: null }],
    ['the person sets one', { loweredByUser: { parse: 3n } }, { value: 3n, reason: 'user', granted: null }],
    [
      'the person lowers one',
      { setByAdmin: { parse: 5n }, loweredByUser: { parse: 3n } },
      { value: 3n, reason: 'user', granted: 5n },
    ],
    [
      'an own cap is above it',
      { setByAdmin: { parse: 5n }, loweredByUser: { parse: 9n } },
      { value: 5n, reason: 'admin', granted: 5n },
    ],
  ])('say who set the value when %s', (_, caps, expected) => {
    const { operationsPerDay } = effectiveLimits(terms({ operationsPerDay: { ...NO_CAPS, ...caps } }));
    expect(operationsPerDay).toEqual({ parse: expected });
  });
});
