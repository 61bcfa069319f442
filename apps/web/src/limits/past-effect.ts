import type { WindowLimit } from '../usage/answers.ts';
import type { DailyRow } from './answers.ts';
import { CAP_FIELDS } from './cap-fields.ts';

const DAY_MS = 86_400_000;
/** What is looked back at. */
export const DAYS_SHOWN = 30;
/** A month that was running then may have begun this much earlier. */
export const DAYS_READ = 2 * DAYS_SHOWN + 2;

/** What a limit would have met, had it been so. */
export interface PastEffect {
  /** Days with use. */
  days: number;
  calls: number;
  /** Days on which more was used than it allows, and the calls of those days. */
  boundDays: number;
  boundCalls: number;
}

type Row = Pick<DailyRow, 'dayStart' | 'monthStart' | 'calls' | 'tokens' | 'costNanos'>;

/**
 * On how many of the last 30 days a limit would have been passed, by what was used then. A limit of a month is passed on
 * each day of it from the one on that took the month past it.
 */
export function pastEffect(
  rows: readonly Row[],
  { name, cap, now }: { name: WindowLimit; cap: bigint | null; now: Date },
): PastEffect {
  const since = now.getTime() - DAYS_SHOWN * DAY_MS;
  const { unit, window } = CAP_FIELDS[name];
  const effect: PastEffect = { days: 0, calls: 0, boundDays: 0, boundCalls: 0 };
  const sums = new Map<number, bigint>();
  for (const { startsAt, monthStartsAt, amount, calls } of daysOf(rows, unit)) {
    const counted = window === 'day' ? startsAt : monthStartsAt;
    const sum = (sums.get(counted) ?? 0n) + amount;
    sums.set(counted, sum);
    if (startsAt < since || amount <= 0n) continue;
    effect.days += 1;
    effect.calls += calls;
    if (cap === null || sum <= cap) continue;
    effect.boundDays += 1;
    effect.boundCalls += calls;
  }
  return effect;
}

interface Day {
  startsAt: number;
  monthStartsAt: number;
  amount: bigint;
  calls: number;
}

/** In order of time. Calls that used nothing are not counted: no limit would have kept them. */
function daysOf(rows: readonly Row[], unit: 'tokens' | 'nanos'): Day[] {
  const days = new Map<string, Day>();
  for (const row of rows) {
    const [startsAt, monthStartsAt] = [row.dayStart.getTime(), row.monthStart.getTime()];
    const key = `${startsAt} ${monthStartsAt}`;
    const day = days.get(key) ?? { startsAt, monthStartsAt, amount: 0n, calls: 0 };
    const amount = unit === 'tokens' ? BigInt(row.tokens) : row.costNanos;
    days.set(key, {
      ...day,
      amount: day.amount + amount,
      calls: day.calls + (amount === 0n ? 0 : row.calls),
    });
  }
  return [...days.values()].toSorted((left, right) => left.startsAt - right.startsAt);
}
