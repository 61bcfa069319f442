/** A calendar date, months from 1. */
export interface LocalDate {
  year: number;
  month: number;
  day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Zones are named in any mix of cases, so what people send could fill the memory. */
const MOST_FORMATS = 2_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Further from UTC than any zone has ever been. */
const WIDEST_OFFSET_MS = 16 * HOUR_MS;

/** Whether a zone has this name. An offset such as `+05:30` is none: it may be further from UTC than any zone. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function localDateAt(zone: string, at: number): LocalDate {
  return dateOf(partsAt(zone, at));
}

/** How far a zone's clocks are ahead of UTC, in ms, to the minute. */
export function offsetAt(zone: string, at: number): number {
  const part = partsAt(zone, at);
  const [hour = NaN, minute = NaN] = [part.get('hour'), part.get('minute')];
  const shown = toUtc(dateOf(part)) + hour * HOUR_MS + minute * MINUTE_MS;
  return shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** The hour of the day that a zone's clocks show, from 0 to 23. */
export function hourAt(zone: string, at: number): number {
  const hour = formatOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'hour');
  return Number(hour?.value);
}

/**
 * The first instant at which a zone's calendar shows this date or a later one: local midnight where there is one,
 * else the instant that the clocks jump to (a spring change at midnight, or a date that a zone skipped).
 */
export function startOfLocalDate(zone: string, date: LocalDate): number {
  const nominal = toUtc(date);
  let before = nominal - WIDEST_OFFSET_MS;
  let reached = nominal + WIDEST_OFFSET_MS;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (toUtc(localDateAt(zone, middle)) >= nominal) reached = middle;
    else before = middle;
  }
  return reached;
}

export function addDays({ year, month, day }: LocalDate, days: number): LocalDate {
  const shifted = new Date(Date.UTC(year, month - 1, day + days));
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function partsAt(zone: string, at: number): Map<string, number> {
  return new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
}

function dateOf(part: ReadonlyMap<string, number>): LocalDate {
  return { year: part.get('year') ?? NaN, month: part.get('month') ?? NaN, day: part.get('day') ?? NaN };
}

function toUtc({ year, month, day }: LocalDate): number {
  return Date.UTC(year, month - 1, day);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    if (formats.size >= MOST_FORMATS) formats.clear();
    formats.set(zone, format);
  }
  return format;
}
