/** How somebody uses it from day to day. */
export interface Pace {
  /** Whether each weekday goes by its own like, or all days by all. */
  method: 'byWeekday' | 'byDay';
  /** The days that it was learned from, without use included. */
  days: number;
  daysWithUse: number;
  expectedOn(day: number): number;
  /** How far the sum of some days is from what is expected of it, as a standard deviation. */
  deviationOver(stretch: readonly PartOfDay[]): number;
}

/** A date that is yet to come, or what is left of the running one, as a share of it. */
export interface PartOfDay {
  day: number;
  share: number;
}

const WEEKDAYS = 7;
const DAYS_FOR_WEEKDAYS = 4 * WEEKDAYS;
/** With fewer days of use than this there is nothing to be said. */
export const LEAST_DAYS_WITH_USE = 3;

/**
 * Learns from the days before a date, in order: their mean, of each weekday apart from four weeks on. The deviation of
 * a sum of days has that of the days themselves in it, and that of means of so few (the prediction interval of a mean).
 * Null where too few of the days had use.
 */
export function learnPace(amounts: readonly number[], before: number): Pace | null {
  const days = amounts.length;
  const daysWithUse = amounts.filter((amount) => amount > 0).length;
  if (daysWithUse < LEAST_DAYS_WITH_USE) return null;
  const groups = days >= DAYS_FOR_WEEKDAYS ? WEEKDAYS : 1;
  const groupOf = (day: number) => day % groups;
  const dayOf = (index: number) => before - days + index;
  const groupMeans = Array.from({ length: groups }, (_, group) => {
    const members = amounts.filter((_amount, index) => groupOf(dayOf(index)) === group);
    return { size: members.length, mean: meanOf(members) };
  });
  const ofDay = (day: number) => groupMeans[groupOf(day)] ?? { size: 1, mean: 0 };
  const squares = amounts.map((amount, index) => (amount - ofDay(dayOf(index)).mean) ** 2);
  const variance = meanOf(squares) * (days / Math.max(1, days - groups));
  return {
    method: groups === 1 ? 'byDay' : 'byWeekday',
    days,
    daysWithUse,
    expectedOn: (day) => ofDay(day).mean,
    deviationOver(stretch) {
      const shares = new Map<number, number>();
      for (const { day, share } of stretch) {
        shares.set(groupOf(day), (shares.get(groupOf(day)) ?? 0) + share);
      }
      const ofDays = stretch.reduce((sum, { share }) => sum + share, 0);
      const ofMeans = [...shares].reduce((sum, [group, share]) => sum + share ** 2 / ofDay(group).size, 0);
      return Math.sqrt(variance * (ofDays + ofMeans));
    },
  };
}

function meanOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0) / Math.max(1, amounts.length);
}
