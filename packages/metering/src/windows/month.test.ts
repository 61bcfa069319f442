import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryInstant, arbitraryZone, DAY_MS } from '../../testing/arbitrary-times.ts';
import { localDateAt } from './local-date.ts';
import { localMonth, monthAt } from './month.ts';

const arbitraryAnchorDay = fc.oneof(fc.constantFrom(1, 28, 29, 30, 31), fc.integer({ min: 1, max: 31 }));
const arbitraryAnchor = fc.record({ zone: arbitraryZone, day: arbitraryAnchorDay });

describe('localMonth', () => {
  it.each([
    [1, '2026-02-14', '2026-02-01', '2026-03-01'],
    [1, '2026-12-31', '2026-12-01', '2027-01-01'],
    [15, '2026-01-14', '2025-12-15', '2026-01-15'],
    [15, '2026-01-15', '2026-01-15', '2026-02-15'],
    [29, '2026-02-28', '2026-02-28', '2026-03-29'],
    [29, '2028-02-28', '2028-01-29', '2028-02-29'],
    [30, '2026-02-27', '2026-01-30', '2026-02-28'],
    [30, '2028-02-29', '2028-02-29', '2028-03-30'],
    [31, '2026-02-28', '2026-02-28', '2026-03-31'],
    [31, '2026-04-30', '2026-04-30', '2026-05-31'],
    [31, '2026-05-30', '2026-04-30', '2026-05-31'],
    [31, '2028-02-28', '2028-01-31', '2028-02-29'],
  ])('anchored to day %d, %s is in the month from %s up to %s', (day, date, ...bounds) => {
    const { startsAt, endsAt } = localMonth({ zone: 'UTC', day }, Date.parse(`${date}T12:00:00Z`));
    expect([startsAt, endsAt].map((at) => new Date(at).toISOString())).toEqual(
      bounds.map((start) => `${start}T00:00:00.000Z`),
    );
  });

  it('begins at the first instant of a day that its zone skipped', () => {
    const { startsAt } = localMonth({ zone: 'Pacific/Apia', day: 30 }, Date.UTC(2012, 0, 10));
    expect(new Date(startsAt).toISOString()).toBe('2011-12-30T10:00:00.000Z');
  });

  it('holds the instant and touches the next, and both begin on the anchor or the last day of a shorter month', () => {
    fc.assert(
      fc.property(arbitraryAnchor, arbitraryInstant, (anchor, at) => {
        const month = localMonth(anchor, at);
        expect(month.startsAt).toBeLessThanOrEqual(at);
        expect(month.endsAt).toBeGreaterThan(at);
        expect(localMonth(anchor, month.endsAt).startsAt).toBe(month.endsAt);
        expect(localMonth(anchor, month.endsAt - 1)).toEqual(month);
        const { year, month: number, day } = localDateAt(anchor.zone, month.startsAt);
        expect(day).toBe(Math.min(anchor.day, new Date(Date.UTC(year, number, 0)).getUTCDate()));
      }),
    );
  });
});

describe('monthAt', () => {
  it('keeps the month last seen until it ends, and then is the local month', () => {
    fc.assert(
      fc.property(
        arbitraryAnchor,
        arbitraryInstant,
        fc.integer({ min: -DAY_MS, max: 400 * DAY_MS }),
        (anchor, at, later) => {
          const last = localMonth(anchor, at);
          const expected = at + later < last.endsAt ? last : localMonth(anchor, at + later);
          expect(monthAt(last, anchor, at + later)).toEqual(expected);
        },
      ),
    );
  });

  it('goes from each local month to the next', () => {
    fc.assert(
      fc.property(arbitraryAnchor, arbitraryInstant, (anchor, from) => {
        let month = localMonth(anchor, from);
        for (let count = 0; count < 14; count += 1) {
          const next = monthAt(month, anchor, month.endsAt);
          expect(next).toEqual(localMonth(anchor, month.endsAt));
          month = next;
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [27, '2026-04-27'],
    [28, '2026-03-28'],
    [29, '2026-03-29'],
  ])('that March opens lasts at least 27 days under a new anchor: day %d ends it on %s', (day, date) => {
    const february = localMonth({ zone: 'UTC', day: 1 }, Date.UTC(2026, 1, 10));
    const { startsAt, endsAt } = monthAt(february, { zone: 'UTC', day }, february.endsAt);
    expect(startsAt).toBe(february.endsAt);
    expect(new Date(endsAt).toISOString()).toBe(`${date}T00:00:00.000Z`);
  });

  it('gives no more months than 27 days allow, whichever anchor comes next', () => {
    fc.assert(
      fc.property(
        arbitraryInstant,
        fc.array(arbitraryAnchor, { minLength: 1, maxLength: 24 }),
        (from, anchors) => {
          let month = localMonth({ zone: 'UTC', day: 1 }, from);
          for (const anchor of anchors) {
            const next = monthAt(month, anchor, month.endsAt);
            expect(next.startsAt).toBe(month.endsAt);
            expect(next.endsAt - next.startsAt).toBeGreaterThanOrEqual(27 * DAY_MS);
            expect(next.endsAt - next.startsAt).toBeLessThanOrEqual(60 * DAY_MS);
            const { day } = localDateAt(anchor.zone, next.endsAt);
            expect(day === anchor.day || day >= 28).toBe(true);
            month = next;
          }
        },
      ),
    );
  });

  it('is found again after years without a call', () => {
    const anchor = { zone: 'Europe/Berlin', day: 31 };
    const last = localMonth(anchor, Date.UTC(2020, 0, 5));
    const later = Date.UTC(2029, 5, 15);
    expect(monthAt(last, anchor, later)).toEqual(localMonth(anchor, later));
  });
});
