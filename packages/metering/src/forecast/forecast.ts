import type { DayUsage } from '../usage/read-days.ts';
import type { UsageSummary } from '../usage/summarize.ts';
import type { UsageOfLimit } from '../usage/window-usage.ts';
import type { WindowLimit } from '../terms/limits.ts';
import { localMonth } from '../windows/month.ts';
import { bindingLimit } from './binding-limit.ts';
import { dailySeries, daysBefore } from './daily-series.ts';
import { dayNumberAt, dayNumberOf, endOfDayNumber } from './day-number.ts';
import { learnPace, LEAST_DAYS_WITH_USE, type Pace, type PartOfDay } from './learn-pace.ts';
import { pastError, type PastError, type PastMonth } from './past-error.ts';
import { BAND_PERCENT, project } from './project.ts';
import { reachedAt } from './reached-at.ts';

/** An amount at a time to come, with the band that holds four outcomes of five. */
export interface Expected {
  low: bigint;
  expected: bigint;
  high: bigint;
}

/** Where one limit's use comes to by the end of its window; without a limit it is reached never. */
export interface LimitForecast extends Expected {
  used: bigint;
  held: bigint;
  /** Both by now. The forecast is never below it. */
  soFar: bigint;
  limit: bigint | null;
  /** When what is expected comes to the limit, and when what is the most within the band does. */
  reachedAt: Date | null;
  earliestAt: Date | null;
}

export interface WindowForecast {
  startsAt: Date;
  endsAt: Date;
  tokens: LimitForecast;
  cost: LimitForecast;
}

export type Forecast =
  | { kind: 'tooLittle'; at: Date; zone: string; daysWithUse: number; daysNeeded: number }
  | {
      kind: 'forecast';
      at: Date;
      zone: string;
      /** What it was learned from. */
      basis: { method: Pace['method']; days: number; daysWithUse: number; bandPercent: number };
      day: WindowForecast;
      month: WindowForecast;
      /** The limit that would be reached first, or else the one that would be filled most; null without limits. */
      binding: WindowLimit | null;
      /** The month's use at the end of the running day and of each after it. */
      path: { at: Date; tokens: Expected; cost: Expected }[];
      pastError: { tokens: PastError | null; cost: PastError | null };
    };

/** Days before the running one that a forecast and its past error go by. */
export const DAYS_LOOKED_AT = 190;
const PAST_MONTHS = 3;

/**
 * Forecasts the running day and month from a summary and the days before it. The rest of the running day is expected
 * in proportion to its time; what is held counts as spent.
 */
export function forecast(
  summary: UsageSummary,
  { days, anchorDay }: { days: readonly DayUsage[]; anchorDay: number },
): Forecast {
  const { at, zone, day, month } = summary;
  const today = dayNumberOf(zone, day.startsAt.getTime());
  const series = dailySeries(zone, days);
  const pace = {
    tokens: learnPace(daysBefore(series.tokens, today), today),
    cost: learnPace(daysBefore(series.cost, today), today),
  };
  if (!pace.tokens || !pace.cost) {
    const daysWithUse = daysBefore(series.cost, today).filter((amount) => amount > 0).length;
    return { kind: 'tooLittle', at, zone, daysWithUse, daysNeeded: LEAST_DAYS_WITH_USE };
  }
  const ofDay = stretchUntil(summary, { today, endsAt: day.resetsAt });
  const ofMonth = stretchUntil(summary, { today, endsAt: month.resetsAt });
  const lines = {
    tokens: { day: lineOf(pace.tokens, ofDay), month: lineOf(pace.tokens, ofMonth) },
    cost: { day: lineOf(pace.cost, ofDay), month: lineOf(pace.cost, ofMonth) },
  };
  const window = (name: 'day' | 'month'): WindowForecast => ({
    startsAt: summary[name].startsAt,
    endsAt: summary[name].resetsAt,
    tokens: limitForecast(summary[name].tokens, lines.tokens[name], at),
    cost: limitForecast(summary[name].cost, lines.cost[name], at),
  });
  const past = pastMonths(summary, anchorDay);
  const windows = { day: window('day'), month: window('month') };
  return {
    kind: 'forecast',
    at,
    zone,
    basis: {
      method: pace.cost.method,
      days: pace.cost.days,
      daysWithUse: pace.cost.daysWithUse,
      bandPercent: BAND_PERCENT,
    },
    ...windows,
    binding: bindingLimit(windows),
    path: ofMonth.map(({ endsAt }, index) => ({
      at: new Date(endsAt),
      tokens: expectedAt(month.tokens, lines.tokens.month, index),
      cost: expectedAt(month.cost, lines.cost.month, index),
    })),
    pastError: { tokens: pastError(series.tokens, past), cost: pastError(series.cost, past) },
  };
}

interface DayAhead extends PartOfDay {
  endsAt: number;
}

/** What is left of the running day, and the days after it, up to the end of a window. */
function stretchUntil(
  { at, zone, day }: UsageSummary,
  { today, endsAt }: { today: number; endsAt: Date },
): DayAhead[] {
  const end = endsAt.getTime();
  const dayEnd = Math.min(day.resetsAt.getTime(), end);
  const share = (dayEnd - at.getTime()) / (day.resetsAt.getTime() - day.startsAt.getTime());
  const stretch: DayAhead[] = [{ day: today, share: Math.max(0, share), endsAt: dayEnd }];
  const last = dayNumberAt(zone, end - 1);
  for (let next = today + 1; next <= last; next += 1) {
    stretch.push({ day: next, share: 1, endsAt: next === last ? end : endOfDayNumber(zone, next) });
  }
  return stretch;
}

type Line = { at: number; added: Expected }[];

function lineOf(pace: Pace, stretch: readonly DayAhead[]): Line {
  return project(pace, stretch).map(({ low, expected, high }, index) => ({
    at: stretch[index]?.endsAt ?? 0,
    added: {
      low: BigInt(Math.floor(low)),
      expected: BigInt(Math.round(expected)),
      high: BigInt(Math.ceil(high)),
    },
  }));
}

function limitForecast(usage: UsageOfLimit, line: Line, now: Date): LimitForecast {
  const { used, held } = usage;
  const soFar = used + held;
  const pointsOf = (which: keyof Expected) => [
    { at: now.getTime(), amount: soFar },
    ...line.map(({ at, added }) => ({ at, amount: soFar + added[which] })),
  ];
  return {
    used,
    held,
    soFar,
    limit: usage.limit,
    ...expectedAt(usage, line, line.length - 1),
    reachedAt: reachedAt(pointsOf('expected'), usage.limit),
    earliestAt: reachedAt(pointsOf('high'), usage.limit),
  };
}

function expectedAt({ used, held }: UsageOfLimit, line: Line, index: number): Expected {
  const { low, expected, high } = line[index]?.added ?? { low: 0n, expected: 0n, high: 0n };
  const soFar = used + held;
  return { low: soFar + low, expected: soFar + expected, high: soFar + high };
}

/** The months before the running one, newest first. */
function pastMonths({ zone, month }: UsageSummary, anchorDay: number): PastMonth[] {
  const months: PastMonth[] = [];
  let endsAt = month.startsAt.getTime();
  while (months.length < PAST_MONTHS) {
    const { startsAt } = localMonth({ zone, day: anchorDay }, endsAt - 1);
    const [from, to] = [dayNumberAt(zone, startsAt), dayNumberAt(zone, endsAt - 1) + 1];
    months.push({ startsAt: new Date(startsAt), from, to });
    endsAt = startsAt;
  }
  return months;
}
