import { localDateAt, startOfLocalDate } from '../windows/local-date.ts';

const DAY_MS = 86_400_000;
/** Half of the shortest day: what began at the midnight of another zone is of the date that most of it is on. */
const WELL_WITHIN_MS = 23 * 1_800_000;

/** A calendar date as a number: those of two dates differ by the days between them, and by sevens on one weekday. */
export function dayNumberAt(zone: string, at: number): number {
  const { year, month, day } = localDateAt(zone, at);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The days of a zone begin at the same instants for everybody, and to ask for their dates takes long. */
const known = new Map<string, number>();
const MOST_KNOWN = 10_000;

/** The date of a day window, told by its start. */
export function dayNumberOf(zone: string, startsAt: number): number {
  const key = `${zone} ${startsAt}`;
  const day = known.get(key) ?? dayNumberAt(zone, startsAt + WELL_WITHIN_MS);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, day);
  return day;
}

/** The instant at which a date is over. */
export function endOfDayNumber(zone: string, day: number): number {
  const next = new Date((day + 1) * DAY_MS);
  return startOfLocalDate(zone, {
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
  });
}
