import type { Amount } from '../stream/state.ts';
import { hourAt } from '../windows/local-date.ts';
import type { QuarterRow } from './count-quarters.ts';

/** What the calls came to that ended in an hour of the day, of all days together. */
export interface HourUsage extends Amount {
  hour: number;
  calls: number;
}

const HOURS = 24;

/** Quarters of an hour by the hour that a zone's clocks showed then. */
export function sumHours(quarters: readonly QuarterRow[], zone: string): HourUsage[] {
  const hours: HourUsage[] = Array.from({ length: HOURS }, (_, hour) => ({
    hour,
    calls: 0,
    tokens: 0,
    costNanos: 0n,
  }));
  for (const { startsAt, calls, tokens, costNanos } of quarters) {
    const sum = hours[hourAt(zone, startsAt.getTime())];
    if (!sum) throw new Error(`${zone} shows no hour of the day at ${startsAt.toISOString()}`);
    sum.calls += calls;
    sum.tokens += tokens;
    sum.costNanos += costNanos;
  }
  return hours;
}
