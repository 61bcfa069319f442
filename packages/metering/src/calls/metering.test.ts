import { describe, expect, it } from 'vitest';
import { callTimes } from './metering.ts';

const OUTLIVE_MS = 30_000;
/** The longest that a driver waits for one statement, by default. */
const STATEMENT_MS = 5_000;

describe('callTimes', () => {
  it('gives a model up before its hold expires', () => {
    const { holdMs, settleMarginMs, endMs } = callTimes(120);
    expect(holdMs).toBe(120_000);
    expect(settleMarginMs).toBeGreaterThanOrEqual(endMs);
  });

  it('drains a short call no longer than its margin', () => {
    expect(callTimes(6).drainMs).toBe(1_000);
  });

  it.each([6, 120, 900])('fits the ways a call of %d s can outlive its caller into what is given', (hold) => {
    const { admitMs, drainMs, endMs, keepTryingMs } = callTimes(hold, { outliveMs: OUTLIVE_MS });
    expect(admitMs + endMs).toBeLessThanOrEqual(OUTLIVE_MS);
    expect(endMs + drainMs + STATEMENT_MS + endMs).toBeLessThanOrEqual(OUTLIVE_MS);
    expect(endMs + keepTryingMs + endMs).toBeLessThanOrEqual(OUTLIVE_MS);
  });
});
