import { describe, expect, it } from 'vitest';
import { DAY_MS, TEN_YEARS, ZONES } from '../../testing/arbitrary-times.ts';
import { offsetsOf, transitionsOf, type Transition } from '../../testing/zone-offsets.ts';
import { dayAfterZoneChange, localDay } from './day.ts';
import { localMonth } from './month.ts';

const TIME_LIMIT_MS = 60_000;
const HOUR_MS = 3_600_000;

const YEARS = Array.from({ length: 10 }, (_, index) => 2020 + index);
/** So that the days that are looked at are of any time of the year and any day of the week. */
const LOOKED_AT_EVERY_MS = 181 * DAY_MS + 7 * HOUR_MS;

/** Seconds in all: each zone's clocks are read once a week, and its days looked at around changes and twice a year. */
describe('over ten years, in every zone of the runtime', () => {
  const changes = new Map<string, Transition[]>();
  const changesOf = (zone: string) => {
    const known = changes.get(zone) ?? transitionsOf(zone);
    changes.set(zone, known);
    return known;
  };

  it(
    'each day on which clocks change is longer or shorter by that change',
    { timeout: TIME_LIMIT_MS },
    () => {
      const faults = ZONES.flatMap((zone) =>
        changesOf(zone).flatMap(({ at, before, after }) => {
          // A change at midnight is between two days, and one of them has it.
          const [last, next] = [localDay(zone, at - 1), localDay(zone, at)];
          const isOneDay = last.startsAt === next.startsAt;
          const days = (isOneDay ? 1 : 2) * DAY_MS;
          const touch = isOneDay || (last.endsAt === at && next.startsAt === at);
          const isRight = touch && next.endsAt - last.startsAt === days + before - after;
          return isRight ? [] : [`${zone} at ${new Date(at).toISOString()}`];
        }),
      );
      expect(faults).toEqual([]);
      expect([...changes.values()].flat().length).toBeGreaterThan(1_000);
    },
  );

  it('each stretch between has days of 24 hours that begin at midnight', { timeout: TIME_LIMIT_MS }, () => {
    const faults = ZONES.flatMap((zone) => {
      const offsetAt = offsetsOf(zone);
      const bounds = [TEN_YEARS.from, ...changesOf(zone).map(({ at }) => at), TEN_YEARS.to];
      return bounds.slice(1).flatMap((until, index) => {
        const times = timesWithin((bounds[index] ?? 0) + DAY_MS, until - DAY_MS);
        return times.flatMap((at) => {
          const { startsAt, endsAt } = localDay(zone, at);
          const isMidnight = (startsAt + offsetAt(startsAt)) % DAY_MS === 0;
          const holds = startsAt <= at && at < endsAt;
          return holds && isMidnight && endsAt - startsAt === DAY_MS ? [] : [`${zone} at ${at}`];
        });
      });
    });
    expect(faults).toEqual([]);
  });

  it(
    'months from day 29, 30 and 31 on begin at the end of shorter ones, leap years or not',
    { timeout: TIME_LIMIT_MS },
    () => {
      const faults = ZONES.flatMap((zone, index) => {
        const offsetAt = offsetsOf(zone);
        const dateAt = (at: number) => dateOf(at + offsetAt(at));
        return YEARS.flatMap((year) => {
          // Each zone has each of the days with some February, and some zones have every pair.
          const day = 29 + ((index + year) % 3);
          const { startsAt, endsAt } = localMonth({ zone, day }, Date.UTC(year, 2, 10, 12));
          const last = year % 4 === 0 ? 29 : 28;
          const [starts, ends] = [`${year}-02-${Math.min(day, last)}`, `${year}-03-${day}`];
          const isRight = dateAt(startsAt) === starts && dateAt(endsAt) === ends && dateAt(endsAt - 1) < ends;
          return isRight ? [] : [`${zone}, day ${day}: ${dateAt(startsAt)} to ${dateAt(endsAt)}`];
        });
      });
      expect(faults).toEqual([]);
    },
  );

  it('a day that follows one in another zone lasts from 23 to 50 hours', { timeout: TIME_LIMIT_MS }, () => {
    const faults = ZONES.flatMap((zone, index) => {
      const from = ZONES[(index * 7 + 3) % ZONES.length] ?? 'UTC';
      const last = localDay(from, TEN_YEARS.from + index * 8 * DAY_MS);
      const { startsAt, endsAt } = dayAfterZoneChange(last, zone, last.endsAt);
      const hours = (endsAt - startsAt) / HOUR_MS;
      const isRight = startsAt === last.endsAt && hours >= 23 && hours <= 50;
      return isRight ? [] : [`${from} to ${zone}: ${hours} hours`];
    });
    expect(faults).toEqual([]);
  });
});

const dateOf = (local: number) => new Date(local).toISOString().slice(0, 10);

function timesWithin(from: number, to: number): number[] {
  const count = Math.max(0, Math.ceil((to - from) / LOOKED_AT_EVERY_MS));
  return Array.from({ length: count }, (_, index) => from + index * LOOKED_AT_EVERY_MS);
}
