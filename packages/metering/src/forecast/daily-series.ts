import type { DayUsage } from '../usage/read-days.ts';
import { dayNumberOf } from './day-number.ts';

/** What was used by date; a date that is not there had no use. */
export type DailySeries = ReadonlyMap<number, number>;

/** More than this says little of how somebody uses it now. */
const MOST_DAYS = 56;

/** A person's days as the dates of their zone. Floats are exact far beyond what limits allow to be used in a day. */
export function dailySeries(
  zone: string,
  days: readonly DayUsage[],
): { tokens: DailySeries; cost: DailySeries } {
  const series = { tokens: new Map<number, number>(), cost: new Map<number, number>() };
  for (const { startsAt, tokens, costNanos } of days) {
    const day = dayNumberOf(zone, startsAt.getTime());
    series.tokens.set(day, (series.tokens.get(day) ?? 0) + tokens);
    series.cost.set(day, (series.cost.get(day) ?? 0) + Number(costNanos));
  }
  return series;
}

/** The last days before a date, in order, from the first day with use on; at most eight weeks. */
export function daysBefore(series: DailySeries, day: number): number[] {
  const first = Math.min(...[...series.keys()].filter((known) => known < day));
  if (first === Infinity) return [];
  const from = Math.max(first, day - MOST_DAYS);
  return Array.from({ length: day - from }, (_, index) => series.get(from + index) ?? 0);
}

export function sumOfDays(series: DailySeries, { from, to }: { from: number; to: number }): number {
  let sum = 0;
  for (let day = from; day < to; day += 1) sum += series.get(day) ?? 0;
  return sum;
}
