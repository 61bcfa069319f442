import { ledger as table } from '@resumint/drizzle';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { historyOf, type CallHistory } from '../calls/call-history.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** A call has two entries, so this is up to half as many calls. */
const ENTRIES_LOOKED_AT = 200;

/**
 * What a person's last calls of an operation came to, with one model or with all of them, or null. Only the last entries
 * of the stream are looked at, backwards along the primary key, so that it costs the same however long the stream is.
 */
export async function readHistory(
  { db }: Ledger,
  userId: string,
  { operation, model }: { operation: string; model?: string },
): Promise<CallHistory | null> {
  const last = db
    .select({
      kind: table.kind,
      operationId: table.operationId,
      step: table.step,
      operation: table.operation,
      model: table.model,
      inputTokens: table.inputTokens,
      cachedInputTokens: table.cachedInputTokens,
      outputTokens: table.outputTokens,
      isEstimated: table.isEstimated,
      outcome: table.outcome,
    })
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(ENTRIES_LOOKED_AT)
    .as('last');
  const rows = await db
    .select()
    .from(last)
    .where(
      and(
        eq(last.operation, operation),
        model === undefined ? undefined : eq(last.model, model),
        inArray(last.kind, ['hold', 'settle', 'correct']),
      ),
    );
  return historyOf(rows);
}
