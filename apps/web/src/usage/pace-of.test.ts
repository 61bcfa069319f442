import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceOf } from './pace-of.ts';

describe('paceOf', () => {
  it.each([
    ['2026-03-29T00:00:00Z', 0],
    ['2026-03-29T11:30:00Z', 50],
    ['2026-03-29T23:00:00Z', 100],
    ['2026-03-28T10:00:00Z', 0],
    ['2026-03-30T10:00:00Z', 100],
  ])('at %s, of a day of 23 hours, is %d percent', (now, percent) => {
    const day = { startsAt: new Date('2026-03-29T00:00:00Z'), resetsAt: new Date('2026-03-29T23:00:00Z') };
    expect(paceOf(day, Date.parse(now))).toBe(percent);
  });

  it('never goes back, and stays within the window', () => {
    const instant = fc.integer({ min: 0, max: 4e12 });
    const length = fc.integer({ min: 1, max: 3e9 });
    fc.assert(
      fc.property(fc.record({ start: instant, length }), instant, instant, (span, one, other) => {
        const { start } = span;
        const window = { startsAt: new Date(start), resetsAt: new Date(start + span.length) };
        const [earlier, later] = [paceOf(window, Math.min(one, other)), paceOf(window, Math.max(one, other))];
        expect(earlier).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(earlier);
        expect(later).toBeLessThanOrEqual(100);
      }),
    );
  });
});
