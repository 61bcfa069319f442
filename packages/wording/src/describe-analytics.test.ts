import { describe, expect, it } from 'vitest';
import {
  describeComparison,
  describeDenied,
  describeHours,
  describeUsage,
  formatUsage,
} from './describe-analytics.ts';
import { formatTick } from './format-tick.ts';

const dates = { from: '2026-03-01', until: '2026-03-17' };

describe('a chart in words', () => {
  it.each([
    [4_200_000n, 'cost', '$0.0042'],
    [1_204n, 'tokens', '1,204 tokens'],
    [1n, 'calls', '1 call'],
    [0n, 'calls', '0 calls'],
  ] as const)('has %d in %s as %s', (amount, unit, text) => {
    expect(formatUsage(amount, unit)).toBe(text);
  });

  it.each([
    [null, '7 calls from 1 Mar to 17 Mar 2026.'],
    [{ when: 'on 9 Mar 2026', amount: 0n }, '7 calls from 1 Mar to 17 Mar 2026.'],
    [
      { when: 'on 9 Mar 2026', amount: 4n },
      '7 calls from 1 Mar to 17 Mar 2026, most on 9 Mar 2026: 4 calls.',
    ],
  ])('says where most was, if anywhere: %o', (most, text) => {
    expect(describeUsage({ unit: 'calls', total: 7n, ...dates, most })).toBe(text);
  });

  it('holds a period against the one before', () => {
    const previous = { previousTotal: 100n, previousFrom: '2026-02-01', previousUntil: '2026-02-17' };
    expect(describeComparison({ unit: 'tokens', total: 112n, ...dates, ...previous })).toBe(
      '112 tokens from 1 Mar to 17 Mar 2026, after 100 tokens from 1 Feb to 17 Feb 2026: 12 % more than before.',
    );
  });

  it('says when in the day', () => {
    expect(describeHours('calls', { hours: '09:00 to 10:00', amount: 3n })).toBe(
      'Most from 09:00 to 10:00: 3 calls.',
    );
    expect(describeHours('calls', null)).toBe('No charged call ended in these days.');
  });

  it.each([
    [0, 0, 'No call was refused, nor in the period before.'],
    [1, 0, '1 call was refused, after 0 in the period before. None of them was charged.'],
    [0, 2, 'No call was refused, after 2 in the period before. None of them was charged.'],
    [1_204, 2, '1,204 calls were refused, after 2 in the period before. None of them was charged.'],
  ])('says how often calls were refused: %d after %d', (total, previousTotal, text) => {
    expect(describeDenied({ total, previousTotal })).toBe(text);
  });
});

it.each([
  [0, 'cost', '$0.00'],
  [500_000, 'cost', '$0.0005'],
  [12_000, 'tokens', '12K'],
  [5, 'calls', '5'],
] as const)('beside an axis %d in %s is %s', (amount, unit, text) => {
  expect(formatTick(amount, unit)).toBe(text);
});
