import { addDays, localDateAt, startOfLocalDate } from './local-date.ts';
import type { Span } from './span.ts';

const HOUR_MS = 3_600_000;
const SHORTEST_DAY_AFTER_ZONE_CHANGE_MS = 23 * HOUR_MS;

/** The calendar day of a zone that holds an instant. Days of 23 and 25 hours are what they are. */
export function localDay(zone: string, at: number): Span {
  const date = localDateAt(zone, at);
  return { startsAt: startOfLocalDate(zone, date), endsAt: startOfLocalDate(zone, addDays(date, 1)) };
}

/** The day that runs at an instant, given the day last seen. Days only move forward. */
export function dayAt(last: Span, zone: string, at: number): Span {
  if (at < last.endsAt) return last;
  return follow(last, localDay(zone, at));
}

/**
 * As `dayAt`, where the zone changes as `last` ends. The first day in the new zone ends at its first midnight at
 * least 23 h later, so that no sequence of changes buys a day.
 */
export function dayAfterZoneChange(last: Span, zone: string, at: number): Span {
  if (at < last.endsAt) return last;
  const earliestEnd = last.endsAt + SHORTEST_DAY_AFTER_ZONE_CHANGE_MS;
  const { startsAt, endsAt } = localDay(zone, earliestEnd);
  const first = { startsAt: last.endsAt, endsAt: startsAt === earliestEnd ? startsAt : endsAt };
  return dayAt(first, zone, at);
}

function follow(last: Span, next: Span): Span {
  return { startsAt: Math.max(last.endsAt, next.startsAt), endsAt: next.endsAt };
}
