import { affectedRows, operations } from '@resumint/drizzle';
import { and, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from './start-clock.ts';
import { moveWatermark, OVERLAP_MS, readWatermark } from './watermark.ts';

const BATCH = 500;

/** Takes away answers whose time is over. What a call was about and its id at the provider stay. */
export async function forgetResults(
  { db }: Ledger,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<{ forgotten: number }> {
  const now = clock();
  const mark = await readWatermark(db, 'results');
  const since = Math.max(0, Math.min(mark, now) - OVERLAP_MS);
  const isOver = and(
    gte(operations.resultExpiresAt, new Date(since)),
    lte(operations.resultExpiresAt, new Date(now)),
  );
  let forgotten = 0;
  for (;;) {
    const rows = await db
      .select({ userId: operations.userId, operationId: operations.operationId })
      .from(operations)
      .where(and(isOver, isNotNull(operations.result)))
      .orderBy(operations.resultExpiresAt)
      .limit(BATCH);
    for (const [userId, ofUser] of Map.groupBy(rows, (row) => row.userId)) {
      if (signal.aborted) return { forgotten };
      const ids = ofUser.map(({ operationId }) => operationId);
      const result = await db
        .update(operations)
        .set({ result: null })
        .where(and(eq(operations.userId, userId), inArray(operations.operationId, ids), isOver));
      forgotten += affectedRows(result);
    }
    if (rows.length < BATCH) break;
  }
  if (now - mark > OVERLAP_MS / 2) await moveWatermark(db, 'results', now);
  return { forgotten };
}
