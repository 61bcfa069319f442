import { streamPositions, usageDimensions } from '@resumint/drizzle';
import { and, eq, gte, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import type { Amount } from '../stream/state.ts';
import { CALL } from './count-dimensions.ts';
import { ADJUSTMENT, type UsageRow } from './count-usage.ts';
import { partRollUp } from './part-roll-up.ts';
import { readUsageAfter } from './read-usage-after.ts';
import type { UsageSince } from './read-usage-rows.ts';

/** What the calls came to that were admitted in a day. */
export interface DayUsage extends Amount {
  startsAt: Date;
}

/**
 * A person's days with use, without adjustments, which are no use: the roll-up by day, and the entries after it. One
 * row a day is read, however many calls it had.
 */
export async function readDays(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { since }: UsageSince,
): Promise<DayUsage[]> {
  const { rows, position } = await readRolledUpDays({ db }, userId, since);
  const tail = await readUsageAfter({ db }, userId, position);
  return sumDays([...rows, ...daysOf(tail, { since })]);
}

/** The days with use among rows, without adjustments. */
export function daysOf(rows: readonly UsageRow[], { since }: UsageSince): DayUsage[] {
  const used = rows.filter(({ dayStart, operation }) => dayStart >= since && operation !== ADJUSTMENT);
  return sumDays(used.map(({ dayStart, tokens, costNanos }) => ({ startsAt: dayStart, tokens, costNanos })));
}

/** The days and the position up to which they count, in one statement and so of one moment. */
async function readRolledUpDays({ db }: Pick<Ledger, 'db'>, userId: string, since: Date) {
  const days = db
    .select({
      position: sql`0`.mapWith(Number).as('position'),
      startsAt: usageDimensions.dayStart,
      tokens: usageDimensions.tokens,
      costNanos: usageDimensions.costNanos,
    })
    .from(usageDimensions)
    .where(
      and(
        eq(usageDimensions.userId, userId),
        eq(usageDimensions.dimension, 'kind'),
        gte(usageDimensions.dayStart, since),
        eq(usageDimensions.name, CALL),
      ),
    );
  const position = db
    .select({
      position: sql<number>`${streamPositions.seq}`.as('position'),
      startsAt: sql<Date>`null`,
      tokens: sql<number>`0`,
      costNanos: sql<bigint>`0`,
    })
    .from(streamPositions)
    .where(eq(streamPositions.userId, userId));
  return partRollUp(await unionAll(days, position));
}

function sumDays(days: readonly DayUsage[]): DayUsage[] {
  const sums = new Map<number, DayUsage>();
  for (const { startsAt, tokens, costNanos } of days) {
    const sum = sums.get(startsAt.getTime()) ?? { startsAt, tokens: 0, costNanos: 0n };
    sums.set(startsAt.getTime(), {
      startsAt,
      tokens: sum.tokens + tokens,
      costNanos: sum.costNanos + costNanos,
    });
  }
  return [...sums.values()];
}
