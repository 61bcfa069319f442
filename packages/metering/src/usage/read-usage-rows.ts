import { streamPositions, usageDaily } from '@resumint/drizzle';
import { and, eq, gte, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import { NO_WINDOW, sumUsage, type UsageRow } from './count-usage.ts';
import { partRollUp } from './part-roll-up.ts';
import { readUsageAfter } from './read-usage-after.ts';

/** Of days and months from here on: what counts in a month and in none of its days has that month. */
export interface UsageSince {
  since: Date;
}

/**
 * A person's usage by day, month, operation, model and outcome: the roll-up as far as it goes, and the ledger after it.
 * However far the follower has come, and wherever it moves meanwhile, it adds up to the entries of the stream.
 */
export async function readUsageRows(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { since }: UsageSince,
): Promise<UsageRow[]> {
  const { rows, position } = await readRollUp({ db }, userId, since);
  const tail = await readUsageAfter({ db }, userId, position);
  return sumUsage([...rows, ...tail.filter((row) => isSince(row, since))]);
}

function isSince({ dayStart, monthStart }: UsageRow, since: Date): boolean {
  return (isInNoDay(dayStart) ? monthStart : dayStart) >= since;
}

function isInNoDay(dayStart: Date): boolean {
  return dayStart.getTime() === NO_WINDOW.getTime();
}

/** Both in one statement, and so of one moment: the position moves together with the rows. */
async function readRollUp({ db }: Pick<Ledger, 'db'>, userId: string, since: Date) {
  const nothing = sql<number>`0`;
  const no = sql<string>`''`;
  const rows = db
    .select({
      position: sql`0`.mapWith(Number).as('position'),
      dayStart: usageDaily.dayStart,
      monthStart: usageDaily.monthStart,
      operation: usageDaily.operation,
      model: usageDaily.model,
      outcome: usageDaily.outcome,
      calls: usageDaily.calls,
      inputTokens: usageDaily.inputTokens,
      cachedInputTokens: usageDaily.cachedInputTokens,
      outputTokens: usageDaily.outputTokens,
      reasoningTokens: usageDaily.reasoningTokens,
      tokens: usageDaily.tokens,
      costNanos: usageDaily.costNanos,
    })
    .from(usageDaily)
    .where(
      and(
        eq(usageDaily.userId, userId),
        // Both are stretches of the primary key.
        or(
          gte(usageDaily.dayStart, since),
          and(eq(usageDaily.dayStart, NO_WINDOW), gte(usageDaily.monthStart, since)),
        ),
      ),
    );
  const position = db
    .select({
      position: sql<number>`${streamPositions.seq}`.as('position'),
      dayStart: sql<Date>`null`,
      monthStart: sql<Date>`null`,
      operation: no,
      model: no,
      outcome: no,
      calls: nothing,
      inputTokens: nothing,
      cachedInputTokens: nothing,
      outputTokens: nothing,
      reasoningTokens: nothing,
      tokens: nothing,
      costNanos: sql<bigint>`0`,
    })
    .from(streamPositions)
    .where(eq(streamPositions.userId, userId));
  return partRollUp(await unionAll(rows, position));
}
