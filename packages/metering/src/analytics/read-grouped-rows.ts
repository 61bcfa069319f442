import { streamPositions, usageDaily } from '@resumint/drizzle';
import { and, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import { ADJUSTMENT, NO_WINDOW, NOT_MADE, type UsageRow } from '../usage/count-usage.ts';
import type { GroupedRow } from './place-rows.ts';

/** What usage is told apart by. */
export const GROUPINGS = ['operation', 'model', 'outcome'] as const;

export type Grouping = (typeof GROUPINGS)[number];

interface Asked {
  since: Date;
  grouping: Grouping;
}

/**
 * A person's roll-up by day, month and group, and the position up to which it counts: in one statement and so of one
 * moment. One row for each group of a day is read, however many calls it had.
 */
export async function readGroupedRows(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { since, grouping }: Asked,
): Promise<{ rows: GroupedRow[]; position: number }> {
  const group = usageDaily[grouping];
  const isNotMade = inArray(usageDaily.outcome, [...NOT_MADE]);
  const rows = db
    .select({
      position: sql`0`.mapWith(Number).as('position'),
      dayStart: usageDaily.dayStart,
      monthStart: usageDaily.monthStart,
      group: sql<string>`${group}`.as('grouped'),
      calls: sql`sum(${usageDaily.calls})`.mapWith(Number),
      notMade: sql`sum(case when ${isNotMade} then ${usageDaily.calls} else 0 end)`.mapWith(Number),
      tokens: sql`sum(${usageDaily.tokens})`.mapWith(Number),
      costNanos: sql`sum(${usageDaily.costNanos})`.mapWith(BigInt),
    })
    .from(usageDaily)
    .where(
      and(
        eq(usageDaily.userId, userId),
        or(
          gte(usageDaily.dayStart, since),
          and(eq(usageDaily.dayStart, NO_WINDOW), gte(usageDaily.monthStart, since)),
        ),
      ),
    )
    .groupBy(usageDaily.dayStart, usageDaily.monthStart, group);
  const nothing = sql<number>`0`;
  const position = db
    .select({
      position: sql<number>`${streamPositions.seq}`.as('position'),
      dayStart: sql<Date>`null`,
      monthStart: sql<Date>`null`,
      group: sql<string>`''`,
      calls: nothing,
      notMade: nothing,
      tokens: nothing,
      costNanos: sql<bigint>`0`,
    })
    .from(streamPositions)
    .where(eq(streamPositions.userId, userId));
  const read = await unionAll(rows, position);
  return {
    position: Math.max(0, ...read.map((row) => row.position)),
    rows: read.flatMap(({ position: seq, ...row }) =>
      seq === 0 ? [{ ...row, group: groupNamed(row.group) }] : [],
    ),
  };
}

/** The same of what was not rolled up yet. */
export function groupRow(row: UsageRow, grouping: Grouping): GroupedRow {
  const { dayStart, monthStart, outcome, calls, tokens, costNanos } = row;
  const notMade = NOT_MADE.includes(outcome) ? calls : 0;
  return { dayStart, monthStart, group: groupNamed(row[grouping]), calls, notMade, tokens, costNanos };
}

/** Adjustments are a group of their own, whatever is told apart: they have no model, and their outcome is theirs alone. */
function groupNamed(value: string): string {
  return value === '' || value === 'adjusted' ? ADJUSTMENT : value;
}
