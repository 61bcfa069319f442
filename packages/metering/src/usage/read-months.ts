import { streamPositions, usageMonths } from '@resumint/drizzle';
import { and, eq, lt, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import { countMonths, sumMonths, type MonthUsage } from './count-months.ts';
import { partRollUp } from './part-roll-up.ts';
import { readUsageAfter } from './read-usage-after.ts';

const MOST_MONTHS = 24;

/**
 * Months that have ended, newest first, each with what the calls admitted in it have used: the roll-up by month, and the
 * entries after it, so that it costs the same however long the stream is. Where the caller knows that nothing is due and
 * has read a head that was followed, the ledger is not looked at.
 */
export async function readPastMonths(
  ledger: Pick<Ledger, 'db'>,
  userId: string,
  { before, headSeq, isDue }: { before: Date; headSeq: number; isDue: boolean },
): Promise<MonthUsage[]> {
  const { rows, position } = await readRolledUpMonths(ledger, userId, before);
  const isFollowed = position >= headSeq && !isDue;
  const tail = isFollowed ? [] : await readUsageAfter(ledger, userId, position);
  return pastMonthsOf([...rows, ...countMonths(tail)], before);
}

/** The months that ended before an instant, newest first, whatever parts they are given in. */
export function pastMonthsOf(parts: readonly MonthUsage[], before: Date): MonthUsage[] {
  return sumMonths(parts)
    .filter(({ startsAt }) => startsAt < before)
    .sort((left, right) => right.startsAt.getTime() - left.startsAt.getTime())
    .slice(0, MOST_MONTHS);
}

/** The months and the position up to which they count, in one statement and so of one moment. */
async function readRolledUpMonths({ db }: Pick<Ledger, 'db'>, userId: string, before: Date) {
  const months = db
    .select({
      position: sql`0`.mapWith(Number).as('position'),
      startsAt: usageMonths.startsAt,
      operations: usageMonths.operations,
      tokens: usageMonths.tokens,
      costNanos: usageMonths.costNanos,
    })
    .from(usageMonths)
    .where(and(eq(usageMonths.userId, userId), lt(usageMonths.startsAt, before)));
  const position = db
    .select({
      position: sql<number>`${streamPositions.seq}`.as('position'),
      startsAt: sql<Date>`null`,
      operations: sql<number>`0`,
      tokens: sql<number>`0`,
      costNanos: sql<bigint>`0`,
    })
    .from(streamPositions)
    .where(eq(streamPositions.userId, userId));
  return partRollUp(await unionAll(months, position));
}
