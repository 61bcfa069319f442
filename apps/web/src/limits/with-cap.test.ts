import { expect, it } from 'vitest';
import { withCap } from './with-cap.ts';

const usage = {
  limit: 10_000n,
  used: 3_000n,
  held: 500n,
  remaining: 6_500n,
  percentUsed: 30,
  percentHeld: 5,
  isNear: false,
};

it.each([
  { cap: 7_000n, remaining: 3_500n, percentUsed: 42.8, percentHeld: 7.1, isNear: false },
  { cap: 3_750n, remaining: 250n, percentUsed: 80, percentHeld: 13.3, isNear: true },
  { cap: 3_200n, remaining: 0n, percentUsed: 93.7, percentHeld: 15.6, isNear: true },
  { cap: 1_000n, remaining: 0n, percentUsed: 300, percentHeld: 50, isNear: true },
  { cap: 0n, remaining: 0n, percentUsed: 100, percentHeld: 100, isNear: true },
  { cap: null, remaining: null, percentUsed: null, percentHeld: null, isNear: false },
])('under a limit of $cap $remaining are left', ({ cap, ...expected }) => {
  const shown = { limit: cap, used: 3_000n, held: 500n, ...expected };
  expect(withCap(usage, { cap, warnAtPercent: 80 })).toEqual(shown);
});
