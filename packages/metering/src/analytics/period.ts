import { dayNumberAt, dayNumberOf } from '../forecast/day-number.ts';
import type { State } from '../stream/state.ts';
import { daysInMonth } from '../windows/local-date.ts';

/** What can be looked at: months as they are billed, with the running one, or the last days with today. */
export const PERIODS = {
  thisMonth: { unit: 'month', count: 1, ago: 0 },
  lastMonth: { unit: 'month', count: 1, ago: 1 },
  last12Months: { unit: 'month', count: 12, ago: 0 },
  last7Days: { unit: 'day', count: 7, ago: 0 },
  last30Days: { unit: 'day', count: 30, ago: 0 },
  last90Days: { unit: 'day', count: 90, ago: 0 },
} as const satisfies Record<string, { unit: 'month' | 'day'; count: number; ago: number }>;

export type Period = keyof typeof PERIODS;

/** Dates as numbers, from `from` up to but without `to`. */
export interface Dates {
  from: number;
  to: number;
}

/** A stretch of dates, in months as they are billed. */
export interface Stretch extends Dates {
  /** Whether usage is in it by the month or by the day that its call was admitted in. */
  unit: 'month' | 'day';
  months: Dates[];
}

export interface Stretches {
  current: Stretch;
  /** As many months or days before it. */
  previous: Stretch;
  today: number;
}

const DAY_MS = 86_400_000;
/** What is shorter was cut off by a change of zone, and is a part of the month before. */
const SHORTEST_MONTH = 15;
/** With what a change of zone adds to it. */
const LONGEST_MONTH = 33;

/** How far back a period and the one before may begin, with some days to spare. */
export function daysLookedAt(period: Period): number {
  const { unit, count, ago } = PERIODS[period];
  return unit === 'month' ? (2 * count + ago) * LONGEST_MONTH : 2 * count + 2;
}

/** The dates of a period and of the one before, for a person whose windows these are. */
export function stretchesOf(
  period: Period,
  { zone, anchorDay, day, month }: { zone: string; anchorDay: number } & Pick<State, 'day' | 'month'>,
): Stretches {
  const { unit, count, ago } = PERIODS[period];
  const today = dayNumberOf(zone, day.startsAt);
  const running = {
    // After a change of zone a month may begin late in the day that it has today.
    from: Math.min(dayNumberOf(zone, month.startsAt), today),
    to: dayNumberAt(zone, month.endsAt - 1) + 1,
  };
  if (unit === 'month') {
    const months = [running, ...monthsBefore(running.from, { anchorDay, count: 2 * count + ago - 1 })];
    const stretch = (first: number) => stretchOver(months.slice(first, first + count).toReversed());
    return { current: stretch(ago), previous: stretch(ago + count), today };
  }
  const to = today + 1;
  const months = [running, ...monthsBefore(running.from, { anchorDay, count: (2 * count) / SHORTEST_MONTH })];
  const stretch = (dates: Dates): Stretch => ({ ...dates, unit, months: cut(months.toReversed(), dates) });
  return {
    current: stretch({ from: to - count, to }),
    previous: stretch({ from: to - 2 * count, to: to - count }),
    today,
  };
}

function stretchOver(months: Dates[]): Stretch {
  return {
    unit: 'month',
    months,
    from: Math.min(...months.map(({ from }) => from)),
    to: Math.max(...months.map(({ to }) => to)),
  };
}

function cut(months: readonly Dates[], { from, to }: Dates): Dates[] {
  return months
    .map((month) => ({ from: Math.max(month.from, from), to: Math.min(month.to, to) }))
    .filter((month) => month.from < month.to);
}

/** The months that ended before a date, the last first. */
function monthsBefore(date: number, { anchorDay, count }: { anchorDay: number; count: number }): Dates[] {
  const months: Dates[] = [];
  let to = date;
  while (months.length < count) {
    const from = anchorAtOrBefore(to - SHORTEST_MONTH, anchorDay);
    months.push({ from, to });
    to = from;
  }
  return months;
}

/** The last date on which a month begins up to a date. Day 31 is the last day of shorter months. */
function anchorAtOrBefore(date: number, anchorDay: number): number {
  const at = new Date(date * DAY_MS);
  const anchorIn = (monthIndex: number) => {
    const first = new Date(Date.UTC(at.getUTCFullYear(), monthIndex, 1));
    const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
    return first.getTime() / DAY_MS + Math.min(anchorDay, last) - 1;
  };
  const here = anchorIn(at.getUTCMonth());
  return here <= date ? here : anchorIn(at.getUTCMonth() - 1);
}
