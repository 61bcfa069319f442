import { describe, expect, it } from 'vitest';
import type { Summary } from './answers.ts';
import { nextRefreshMs } from './next-refresh.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const HOUR_MS = 3_600_000;

const summary = ({ running = 0, untilResetMs = HOUR_MS } = {}) =>
  ({
    at: new Date(NOON),
    inFlight: { running, allowed: 8 },
    day: { resetsAt: new Date(NOON + untilResetMs) },
    month: { resetsAt: new Date(NOON + 10 * HOUR_MS) },
  }) satisfies Pick<Summary, 'at' | 'inFlight'> & Record<'day' | 'month', Pick<Summary['day'], 'resetsAt'>>;

describe('nextRefreshMs', () => {
  const idleMs = nextRefreshMs({ data: summary(), hasFailed: false });

  it('asks more often while a call runs, and while the last answer was a failure', () => {
    expect(nextRefreshMs({ data: summary({ running: 1 }), hasFailed: false })).toBeLessThan(idleMs);
    expect(nextRefreshMs({ data: summary(), hasFailed: true })).toBeLessThan(idleMs);
    expect(nextRefreshMs({ data: undefined, hasFailed: true })).toBeLessThan(idleMs);
  });

  it('asks right after a window has reset, and never before', () => {
    const untilResetMs = 5_000;
    const nextMs = nextRefreshMs({ data: summary({ untilResetMs }), hasFailed: false });
    expect(nextMs).toBeGreaterThan(untilResetMs);
    expect(nextMs).toBeLessThan(untilResetMs + 5_000);
  });

  it('never asks without a pause, though the browser is late', () => {
    expect(nextRefreshMs({ data: summary({ untilResetMs: -HOUR_MS }), hasFailed: false })).toBeGreaterThan(0);
  });
});
