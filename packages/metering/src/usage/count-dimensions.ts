import type { usageDimensions } from '@resumint/drizzle';
import { ADJUSTMENT, NOT_MADE, type UsageRow } from './count-usage.ts';

/** What usage is told apart by on a chart. */
export const GROUPINGS = ['operation', 'model', 'outcome'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What it is rolled up by: also by whether it is a call or an adjustment. */
export const DIMENSIONS = ['kind', ...GROUPINGS] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** What calls are as a kind, beside adjustments. */
export const CALL = 'call';

/** What usage of a day came to that has the same name in a dimension. */
export type DimensionRow = Omit<typeof usageDimensions.$inferSelect, 'userId'>;

/** Usage by day in each dimension: in every one of them it adds up to the same. */
export function countDimensions(rows: readonly UsageRow[]): DimensionRow[] {
  const sums = new Map<string, DimensionRow>();
  for (const dimension of DIMENSIONS) {
    for (const usage of rows) {
      const row = inDimension(usage, dimension);
      const bucket = [dimension, row.dayStart.getTime(), row.monthStart.getTime(), row.name].join(' ');
      const sum = sums.get(bucket);
      sums.set(bucket, sum ? plus(sum, row) : row);
    }
  }
  return [...sums.values()];
}

export function inDimension(usage: UsageRow, dimension: Dimension): DimensionRow {
  const { dayStart, monthStart, outcome, calls, tokens, costNanos } = usage;
  const notMade = NOT_MADE.includes(outcome) ? calls : 0;
  return {
    dimension,
    name: nameIn(usage, dimension),
    dayStart,
    monthStart,
    calls,
    notMade,
    tokens,
    costNanos,
  };
}

/** Adjustments are apart in every dimension: they have no model, and their outcome is theirs alone. */
function nameIn(usage: UsageRow, dimension: Dimension): string {
  if (usage.operation === ADJUSTMENT) return ADJUSTMENT;
  return dimension === 'kind' ? CALL : usage[dimension];
}

function plus(left: DimensionRow, right: DimensionRow): DimensionRow {
  return {
    ...left,
    calls: left.calls + right.calls,
    notMade: left.notMade + right.notMade,
    tokens: left.tokens + right.tokens,
    costNanos: left.costNanos + right.costNanos,
  };
}
