import { describeChange } from './describe-change.ts';
import { formatCount } from './format-count.ts';
import { formatDays } from './format-day.ts';
import { formatMoney } from './format-money.ts';

type Unit = 'cost' | 'tokens' | 'calls';

/** What was used in a period, of which nothing is left to guess: `$0.0042`, `1,204 tokens`, `1 call`. */
export function formatUsage(amount: bigint, unit: Unit): string {
  if (unit === 'cost') return formatMoney(amount);
  const name = unit === 'tokens' ? 'token' : 'call';
  return `${formatCount(amount)} ${name}${amount === 1n ? '' : 's'}`;
}

/** A chart of usage, for who cannot see it. */
export function describeUsage({
  unit,
  total,
  from,
  until,
  most,
}: {
  unit: Unit;
  total: bigint;
  from: string;
  until: string;
  /** `when` is such as `on 9 Mar 2026`. */
  most: { when: string; amount: bigint } | null;
}): string {
  const sum = `${formatUsage(total, unit)} from ${formatDays(from, until)}`;
  if (!most || most.amount <= 0n) return `${sum}.`;
  return `${sum}, most ${most.when}: ${formatUsage(most.amount, unit)}.`;
}

/** A period held against the one before. */
export function describeComparison({
  unit,
  total,
  previousTotal,
  ...dates
}: {
  unit: Unit;
  total: bigint;
  previousTotal: bigint;
  from: string;
  until: string;
  previousFrom: string;
  previousUntil: string;
}): string {
  const now = `${formatUsage(total, unit)} from ${formatDays(dates.from, dates.until)}`;
  const before = `${formatUsage(previousTotal, unit)} from ${formatDays(dates.previousFrom, dates.previousUntil)}`;
  return `${now}, after ${before}: ${describeChange(total, previousTotal)}.`;
}

/** When in the day it was used most. */
export function describeHours(unit: Unit, most: { hours: string; amount: bigint } | null): string {
  if (!most || most.amount <= 0n) return 'No charged call ended in these days.';
  return `Most from ${most.hours}: ${formatUsage(most.amount, unit)}.`;
}

/** How often calls were refused, beside the period before. */
export function describeDenied({ total, previousTotal }: { total: number; previousTotal: number }): string {
  if (total === 0 && previousTotal === 0) return 'No call was refused, nor in the period before.';
  const calls = total === 0 ? 'No call was' : total === 1 ? '1 call was' : `${formatCount(total)} calls were`;
  return `${calls} refused, after ${formatCount(previousTotal)} in the period before. None of them was charged.`;
}
