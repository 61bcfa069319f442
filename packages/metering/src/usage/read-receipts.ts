import { ledger as table } from '@resumint/drizzle';
import { and, desc, eq, getTableColumns, inArray, lt } from 'drizzle-orm';
import { receiptOf, type Receipt } from '../calls/receipt.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { toFact } from '../ledger/read-rows.ts';
import { clock, parseClock } from '../ledger/read-stream.ts';

export interface ReceiptPage {
  receipts: Receipt[];
  /** Hand it back for the page that follows; null on the last one. */
  nextCursor: number | null;
}

/** A person's calls, newest first. */
export async function readReceipts(
  { db }: Ledger,
  userId: string,
  { limit, cursor }: { limit: number; cursor: number | null },
): Promise<ReceiptPage> {
  const holds = await db
    .select({ seq: table.seq, operationId: table.operationId })
    .from(table)
    .where(
      and(
        eq(table.userId, userId),
        eq(table.kind, 'hold'),
        cursor === null ? undefined : lt(table.seq, cursor),
      ),
    )
    .orderBy(desc(table.seq))
    .limit(limit + 1);
  const page = holds.slice(0, limit);
  const last = holds.length > limit ? page.at(-1) : undefined;
  const receipts = await receiptsOf(
    { db },
    userId,
    page.map(({ operationId }) => operationId),
  );
  return { receipts, nextCursor: last?.seq ?? null };
}

/** One call of a person, or null when it is not theirs or not there. */
export async function readReceipt(
  ledger: Pick<Ledger, 'db'>,
  userId: string,
  operationId: string,
): Promise<Receipt | null> {
  const [receipt] = await receiptsOf(ledger, userId, [operationId]);
  return receipt ?? null;
}

/** The receipts of these calls of a person, in this order. */
export async function receiptsOf(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  operationIds: string[],
): Promise<Receipt[]> {
  if (operationIds.length === 0) return [];
  const rows = await db
    .select({ clock: clock.as('clock'), ...getTableColumns(table) })
    .from(table)
    .where(and(eq(table.userId, userId), inArray(table.operationId, operationIds)))
    .orderBy(table.step);
  const [first] = rows;
  if (!first) return [];
  const now = parseClock(first.clock);
  const byOperation = Map.groupBy(rows, ({ operationId }) => operationId);
  return operationIds.flatMap(
    (operationId) => receiptOf((byOperation.get(operationId) ?? []).map(toFact), now) ?? [],
  );
}
