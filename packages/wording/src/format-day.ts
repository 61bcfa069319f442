const HOUR_MS = 3_600_000;
const HOURS = 24;

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** A date of the calendar such as `2026-03-17`, which is of no zone. */
export function formatDay(date: string): string {
  return DAY.format(toUtc(date));
}

/** Where the year is plain. */
export function formatShortDay(date: string): string {
  return SHORT_DAY.format(toUtc(date));
}

/** The month that begins on a date. */
export function formatMonth(date: string): string {
  return date.endsWith('-01') ? MONTH.format(toUtc(date)) : `from ${formatDay(date)}`;
}

export function formatDays(from: string, until: string): string {
  if (from === until) return formatDay(from);
  const isSameYear = from.slice(0, 4) === until.slice(0, 4);
  return `${isSameYear ? formatShortDay(from) : formatDay(from)} to ${formatDay(until)}`;
}

/** An hour of the day, from 0 on. */
export function formatHour(hour: number): string {
  return CLOCK.format((hour % HOURS) * HOUR_MS);
}

export function formatHours(hour: number): string {
  return `${formatHour(hour)} to ${formatHour(hour + 1)}`;
}

/** The date that a zone's calendar shows, as `formatDay` takes it. */
export function dayIn(zone: string, at: Date): string {
  const part = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return [part.get('year'), part.get('month'), part.get('day')].join('-');
}

function toUtc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
