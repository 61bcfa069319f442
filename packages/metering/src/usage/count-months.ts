import type { usageMonths } from '@resumint/drizzle';
import { NO_WINDOW, NOT_MADE, type UsageRow } from './count-usage.ts';

/** What the calls that were made came to that a month admitted, with the adjustments that count in it. */
export type MonthUsage = Omit<typeof usageMonths.$inferSelect, 'userId'>;

/** Usage by month. What counts in no month is left out. */
export function countMonths(rows: readonly UsageRow[]): MonthUsage[] {
  return sumMonths(rows.flatMap(monthOf));
}

export function sumMonths(months: readonly MonthUsage[]): MonthUsage[] {
  return [...Map.groupBy(months, ({ startsAt }) => startsAt.getTime()).values()].flatMap(
    ([first, ...others]) => (first ? [others.reduce(plus, first)] : []),
  );
}

function monthOf({ monthStart, outcome, calls, tokens, costNanos }: UsageRow): MonthUsage[] {
  if (NOT_MADE.includes(outcome) || monthStart.getTime() === NO_WINDOW.getTime()) return [];
  return [{ startsAt: monthStart, operations: calls, tokens, costNanos }];
}

function plus(left: MonthUsage, right: MonthUsage): MonthUsage {
  return {
    startsAt: left.startsAt,
    operations: left.operations + right.operations,
    tokens: left.tokens + right.tokens,
    costNanos: left.costNanos + right.costNanos,
  };
}
