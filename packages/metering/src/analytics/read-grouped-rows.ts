import { streamPositions, usageDimensions } from '@resumint/drizzle';
import { and, eq, gte, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import { inDimension, type Grouping } from '../usage/count-dimensions.ts';
import { NO_WINDOW, type UsageRow } from '../usage/count-usage.ts';
import { partRollUp } from '../usage/part-roll-up.ts';
import type { GroupedRow } from './place-rows.ts';

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
  const rows = db
    .select({
      position: sql`0`.mapWith(Number).as('position'),
      dayStart: usageDimensions.dayStart,
      monthStart: usageDimensions.monthStart,
      group: usageDimensions.name,
      calls: usageDimensions.calls,
      notMade: usageDimensions.notMade,
      tokens: usageDimensions.tokens,
      costNanos: usageDimensions.costNanos,
    })
    .from(usageDimensions)
    .where(
      and(
        eq(usageDimensions.userId, userId),
        eq(usageDimensions.dimension, grouping),
        or(
          gte(usageDimensions.dayStart, since),
          and(eq(usageDimensions.dayStart, NO_WINDOW), gte(usageDimensions.monthStart, since)),
        ),
      ),
    );
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
  return partRollUp(await unionAll(rows, position));
}

/** The same of what was not rolled up yet. */
export function groupRow(row: UsageRow, grouping: Grouping): GroupedRow {
  const { dimension: _, name, ...counted } = inDimension(row, grouping);
  return { ...counted, group: name };
}
