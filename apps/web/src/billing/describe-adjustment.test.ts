import { expect, it } from 'vitest';
import { describeAdjustment } from './describe-adjustment.ts';

it.each([
  {
    adjustment: { reason: 'refund', scope: 'day', tokens: -1_200, costNanos: -1_500_000n },
    title: 'Refund: $0.0015 given back, 1,200 tokens given back',
    scope: 'counts in its day and month',
  },
  {
    adjustment: { reason: 'repair', scope: 'month', tokens: 300, costNanos: 0n },
    title: 'Repair: 300 tokens added',
    scope: 'counts in its month',
  },
  {
    adjustment: { reason: 'goodwill', scope: 'lifetime', tokens: 0, costNanos: -1n },
    title: 'Goodwill: $0.000000001 given back',
    scope: 'counts in the total alone',
  },
] as const)('$title', ({ adjustment, title, scope }) => {
  expect(describeAdjustment(adjustment)).toEqual({ title, scope });
});
