import { ledger as table } from '@resumint/drizzle';
import { desc, eq, gte } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { recentCalls, type RecentCall } from './recent-calls.ts';

/** A call has two entries, so this is up to half as many calls. */
const MOST_ENTRIES = 2_000;

export interface RecentCalls {
  calls: RecentCall[];
  /** Whether there were more in the time that was asked for than are looked at. */
  isCut: boolean;
}

/**
 * A person's completed calls since a time, of at most their last 2 000 entries, read backwards along the primary key:
 * at the same cost however long the stream is.
 */
export async function readRecentCalls(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { since }: { since: Date },
): Promise<RecentCalls> {
  const last = db
    .select({
      kind: table.kind,
      operationId: table.operationId,
      step: table.step,
      at: table.at,
      operation: table.operation,
      model: table.model,
      priceVersion: table.priceVersion,
      inputTokens: table.inputTokens,
      outputTokens: table.outputTokens,
      costNanos: table.costNanos,
      isEstimated: table.isEstimated,
      outcome: table.outcome,
      payloadHash: table.payloadHash,
    })
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(MOST_ENTRIES)
    .as('last');
  const rows = await db.select().from(last).where(gte(last.at, since));
  return { calls: recentCalls(rows), isCut: rows.length === MOST_ENTRIES };
}
