import { describe, expect, it } from 'vitest';
import { describeNow, describePast } from './describe-effect.ts';
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
const running = {
  unit: 'tokens',
  resetsAt: new Date('2026-03-17T23:00:00Z'),
  zone: 'Europe/Berlin',
  isSoft: false,
} as const;

describe('the rest of the running window', () => {
  it.each([
    { cap: 5_000n, says: '1,500 tokens would be left until it resets 18 Mar 2026, 00:00.' },
    {
      cap: 3_500n,
      says: 'Running calls hold all the rest: nothing more is admitted until they end, or until it resets 18 Mar 2026, 00:00.',
    },
    {
      cap: 3_000n,
      says: 'You have already used 3,000: nothing more is admitted until it resets 18 Mar 2026, 00:00.',
    },
    { cap: 0n, says: 'With a limit of zero no AI call is admitted at all.' },
    { cap: null, says: 'Without a limit nothing is refused because of it.' },
  ])('under $cap: $says', ({ cap, says }) => {
    expect(describeNow(withCap(usage, { cap, warnAtPercent: 80 }), running)).toBe(says);
  });

  it('says that a soft limit only warns', () => {
    expect(
      describeNow(withCap(usage, { cap: 1n, warnAtPercent: 80 }), { ...running, isSoft: true }),
    ).toContain('only warn');
  });
});

describe('the last 30 days', () => {
  it.each([
    { days: 0, calls: 0, boundDays: 0, boundCalls: 0, says: 'You used nothing in the last 30 days.' },
    {
      days: 9,
      calls: 40,
      boundDays: 0,
      boundCalls: 0,
      says: 'In the last 30 days it would have held nothing up.',
    },
    {
      days: 12,
      calls: 1_042,
      boundDays: 3,
      boundCalls: 18,
      says: 'In the last 30 days you would have come past it on 3 of 12 days with use, with 18 of 1,042 calls.',
    },
    {
      days: 1,
      calls: 1,
      boundDays: 1,
      boundCalls: 1,
      says: 'In the last 30 days you would have come past it on 1 of 1 day with use, with 1 of 1 call.',
    },
  ])('$says', ({ says, ...effect }) => {
    expect(describePast(effect)).toBe(says);
  });
});
