import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryInstant, arbitraryZone, DAY_MS, HOUR_MS, ZONES } from '../../testing/arbitrary-times.ts';
import { dayAfterZoneChange, dayAt, localDay } from './day.ts';
import { localDateAt } from './local-date.ts';
import type { Span } from './span.ts';

describe('localDay', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15', 24],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Antarctica/Troll', '2026-03-29', 22],
    ['Antarctica/Troll', '2026-10-25', 26],
    ['Asia/Kathmandu', '2026-06-01', 24],
    // Their clocks jump at midnight, so these days begin at one o'clock.
    ['America/Santiago', '2026-09-06', 23],
    ['Africa/Cairo', '2026-04-24', 23],
    ['Asia/Beirut', '2026-03-29', 23],
    ['Atlantic/Azores', '2026-03-29', 23],
    // Their clocks go back at midnight, so these days have their last hour twice.
    ['America/Santiago', '2026-04-04', 25],
    ['Africa/Cairo', '2026-10-29', 25],
    ['Asia/Beirut', '2026-10-24', 25],
  ])('in %s, %s has %d hours', (zone, date, hours) => {
    const { startsAt, endsAt } = localDay(zone, middayOf(zone, date));
    expect((endsAt - startsAt) / HOUR_MS).toBe(hours);
  });

  it('begins where the clocks jump to when midnight does not exist', () => {
    const { startsAt } = localDay('America/Santiago', middayOf('America/Santiago', '2026-09-06'));
    expect(new Date(startsAt).toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });

  it('begins at the offset of the zone, to the quarter of an hour', () => {
    const { startsAt } = localDay('Asia/Kathmandu', middayOf('Asia/Kathmandu', '2026-06-01'));
    expect(new Date(startsAt).toISOString()).toBe('2026-05-31T18:15:00.000Z');
  });

  it('steps over the date that Apia skipped', () => {
    const before = localDay('Pacific/Apia', Date.parse('2011-12-30T09:59:59.999Z'));
    const after = localDay('Pacific/Apia', before.endsAt);
    expect(new Date(before.endsAt).toISOString()).toBe('2011-12-30T10:00:00.000Z');
    expect(localDateAt('Pacific/Apia', before.startsAt).day).toBe(29);
    expect(localDateAt('Pacific/Apia', after.startsAt).day).toBe(31);
    expect(after.endsAt - after.startsAt).toBe(DAY_MS);
  });

  it('in every zone holds the instant, is one date from end to end, and touches the days beside it', () => {
    fc.assert(
      fc.property(arbitraryInstant, (at) => {
        expect(ZONES.flatMap((zone) => faultsOf(zone, at))).toEqual([]);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('dayAt', () => {
  it('keeps the day last seen until it ends, and then is the local day', () => {
    fc.assert(
      fc.property(
        arbitraryZone,
        arbitraryInstant,
        fc.integer({ min: 0, max: 40 * DAY_MS }),
        (zone, at, later) => {
          const last = localDay(zone, at);
          const day = dayAt(last, zone, at + later);
          expect(day).toEqual(at + later < last.endsAt ? last : localDay(zone, at + later));
        },
      ),
    );
  });

  it('begins no earlier than the day last seen ended, even where that was in the middle of a local day', () => {
    const { startsAt, endsAt } = localDay('UTC', Date.UTC(2026, 5, 2));
    const last = { startsAt: startsAt - 12 * HOUR_MS, endsAt: startsAt + 12 * HOUR_MS };
    expect(dayAt(last, 'UTC', last.endsAt)).toEqual({ startsAt: last.endsAt, endsAt });
  });

  it('does not run back with the clock', () => {
    const last = localDay('UTC', Date.UTC(2026, 5, 2));
    expect(dayAt(last, 'UTC', last.startsAt - 3 * DAY_MS)).toEqual(last);
  });
});

describe('dayAfterZoneChange', () => {
  it('ends at the first midnight of the new zone at least 23 hours after the day before', () => {
    const last = localDay('Asia/Tokyo', Date.UTC(2026, 5, 2));
    const { startsAt, endsAt } = dayAfterZoneChange(last, 'America/Los_Angeles', last.endsAt);
    expect(startsAt).toBe(last.endsAt);
    expect(new Date(endsAt).toISOString()).toBe('2026-06-04T07:00:00.000Z');
  });

  it.each([
    ['Africa/Cairo', 23],
    ['Asia/Dubai', 46],
    ['Europe/London', 25],
    ['Europe/Berlin', 24],
  ])('from Berlin to %s in summer takes %d hours', (zone, hours) => {
    const last = localDay('Europe/Berlin', Date.UTC(2026, 5, 2));
    const day = dayAfterZoneChange(last, zone, last.endsAt);
    expect((day.endsAt - day.startsAt) / HOUR_MS).toBe(hours);
  });

  it('changes nothing while the day last seen runs', () => {
    const last = localDay('Europe/Berlin', Date.UTC(2026, 5, 2));
    expect(dayAfterZoneChange(last, 'Asia/Tokyo', last.endsAt - 1)).toEqual(last);
  });

  it('gives no more days than 23 hours allow, whichever zone is taken next', () => {
    fc.assert(
      fc.property(
        arbitraryInstant,
        fc.array(arbitraryZone, { minLength: 1, maxLength: 30 }),
        (from, zones) => {
          let day = localDay('UTC', from);
          const first = day.startsAt;
          for (let windows = 1; windows <= 60; windows += 1) {
            const zone = zones[windows % zones.length] ?? 'UTC';
            const next = dayAfterZoneChange(day, zone, day.endsAt);
            expect(next.startsAt).toBe(day.endsAt);
            expect(next.endsAt - next.startsAt).toBeGreaterThanOrEqual(23 * HOUR_MS);
            expect(next.endsAt - next.startsAt).toBeLessThanOrEqual(50 * HOUR_MS);
            day = next;
          }
          expect(day.endsAt - first).toBeGreaterThanOrEqual(60 * 23 * HOUR_MS);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives a traveller who always takes the zone whose midnight is next no more than that', () => {
    let day: Span = localDay('UTC', Date.UTC(2026, 0, 1));
    const first = day.startsAt;
    let windows = 0;
    while (day.endsAt < first + 60 * DAY_MS) {
      const last = day;
      const ends = HOURLY_ZONES.map((zone) => dayAfterZoneChange(last, zone, last.endsAt));
      day = ends.reduce((soonest, next) => (next.endsAt < soonest.endsAt ? next : soonest));
      windows += 1;
    }
    expect(windows).toBeLessThanOrEqual(Math.ceil((day.endsAt - first) / (23 * HOUR_MS)));
    expect(windows).toBeGreaterThan(60);
  });
});

/** One zone for each whole hour from UTC, all around. */
const HOURLY_ZONES = Array.from({ length: 24 }, (_, index) => {
  const west = index - 11;
  return west < 0 ? `Etc/GMT${west}` : `Etc/GMT+${west}`;
});

function middayOf(zone: string, date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const utcNoon = Date.UTC(year, month - 1, day, 12);
  const shown = localDateAt(zone, utcNoon);
  return utcNoon + (Date.UTC(year, month - 1, day) - Date.UTC(shown.year, shown.month - 1, shown.day));
}

/** What is wrong with the day of a zone that holds an instant. */
function faultsOf(zone: string, at: number): string[] {
  const { startsAt, endsAt } = localDay(zone, at);
  const dateAt = (instant: number) => Object.values(localDateAt(zone, instant)).join('-');
  const rules = {
    'holds the instant': startsAt <= at && at < endsAt,
    'begins with its date': dateAt(startsAt) === dateAt(at) && dateAt(startsAt - 1) !== dateAt(at),
    'ends with its date': dateAt(endsAt - 1) === dateAt(at) && dateAt(endsAt) !== dateAt(at),
    'touches the next': localDay(zone, endsAt).startsAt === endsAt,
  };
  return Object.entries(rules).flatMap(([rule, isKept]) => (isKept ? [] : [`${zone} at ${at}: ${rule}`]));
}
