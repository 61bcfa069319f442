import type { Pace, PartOfDay } from './learn-pace.ts';

/** What is still to come, beside what was used. `low` and `high` bound four outcomes of five. */
export interface Outlook {
  low: number;
  expected: number;
  high: number;
}

export const BAND_PERCENT = 80;
/** Deviations of a normal distribution to each side that hold the band. */
const BAND_DEVIATIONS = 1.2816;

/** What days to come add up to, after each of them. None of the three ever falls, since use is never below nothing. */
export function project(pace: Pace, stretch: readonly PartOfDay[]): Outlook[] {
  let expected = 0;
  let low = 0;
  return stretch.map(({ day, share }, index) => {
    expected += pace.expectedOn(day) * share;
    const deviation = BAND_DEVIATIONS * pace.deviationOver(stretch.slice(0, index + 1));
    low = Math.max(low, expected - deviation);
    return { low, expected, high: expected + deviation };
  });
}
