import { daysBefore, sumOfDays, type DailySeries } from './daily-series.ts';
import { learnPace } from './learn-pace.ts';
import { project } from './project.ts';

/** The dates of a month that has ended: from the first up to but without the last. */
export interface PastMonth {
  startsAt: Date;
  from: number;
  to: number;
}

/** How right forecasts were that would have been made in the middle of months that have ended since. */
export interface PastError {
  months: { startsAt: Date; expected: bigint; actual: bigint; percentOff: number }[];
  /** The furthest that one of them was off, in whole percent, rounded up. */
  withinPercent: number;
}

/** Forecasts each month anew from what was known in its middle. Null where no month had enough use for that. */
export function pastError(series: DailySeries, past: readonly PastMonth[]): PastError | null {
  const months = past.flatMap(({ startsAt, from, to }) => {
    const middle = from + Math.floor((to - from) / 2);
    const pace = learnPace(daysBefore(series, middle), middle);
    const actual = sumOfDays(series, { from, to });
    if (!pace || actual <= 0) return [];
    const rest = Array.from({ length: to - middle }, (_, index) => ({ day: middle + index, share: 1 }));
    const outlook = project(pace, rest).at(-1)?.expected ?? 0;
    const expected = sumOfDays(series, { from, to: middle }) + outlook;
    const percentOff = Math.round(((expected - actual) / actual) * 1_000) / 10;
    return [{ startsAt, expected: BigInt(Math.round(expected)), actual: BigInt(actual), percentOff }];
  });
  if (months.length === 0) return null;
  const furthest = Math.max(...months.map(({ percentOff }) => Math.abs(percentOff)));
  return { months, withinPercent: Math.ceil(furthest) };
}
