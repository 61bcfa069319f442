import { ledger as table, ledgerNotes } from '@resumint/drizzle';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { toFact } from '../ledger/read-rows.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import type { AdjustReason, AdjustScope } from '../stream/fact.ts';

/** What an admin added to a person's spending, or gave back where it is below zero. */
export interface Adjustment {
  operationId: string;
  at: Date;
  tokens: number;
  costNanos: bigint;
  scope: AdjustScope;
  reason: AdjustReason;
  note: string;
  /** Which of them it was is not told. */
  by: 'admin';
}

export interface AdjustmentPage {
  adjustments: Adjustment[];
  /** Hand it back for the page that follows; null on the last one. */
  nextCursor: number | null;
}

/**
 * A person's adjustments, newest first. They are found by their notes, which are few, so that it costs the same
 * however long the stream is.
 */
export async function readAdjustments(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { limit, cursor }: { limit: number; cursor: number | null },
): Promise<AdjustmentPage> {
  const noted = db
    .select({ operationId: ledgerNotes.operationId })
    .from(ledgerNotes)
    .where(eq(ledgerNotes.userId, userId));
  const rows = await db
    .select()
    .from(table)
    .where(
      and(
        eq(table.userId, userId),
        inArray(table.operationId, noted),
        eq(table.kind, 'adjust'),
        cursor === null ? undefined : lt(table.seq, cursor),
      ),
    )
    .orderBy(desc(table.seq))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const adjustments = await withNotes({ db }, userId, page);
  return { adjustments, nextCursor: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** These adjustments of a person. */
export async function adjustmentsOf(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  operationIds: string[],
): Promise<Adjustment[]> {
  if (operationIds.length === 0) return [];
  const rows = await db
    .select()
    .from(table)
    .where(and(eq(table.userId, userId), inArray(table.operationId, operationIds), eq(table.kind, 'adjust')));
  return withNotes({ db }, userId, rows);
}

async function withNotes(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  rows: LedgerRow[],
): Promise<Adjustment[]> {
  const notes = await readNotes(
    { db },
    userId,
    rows.map(({ operationId }) => operationId),
  );
  return rows.flatMap((row) => {
    const fact = toFact(row);
    if (fact.kind !== 'adjust') return [];
    const { operationId, tokens, costNanos, scope, reason } = fact;
    const note = notes.get(operationId) ?? '';
    return [{ operationId, at: row.at, tokens, costNanos, scope, reason, note, by: 'admin' as const }];
  });
}

async function readNotes(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  operationIds: string[],
): Promise<Map<string, string>> {
  if (operationIds.length === 0) return new Map();
  const notes = await db
    .select({ operationId: ledgerNotes.operationId, note: ledgerNotes.note })
    .from(ledgerNotes)
    .where(and(eq(ledgerNotes.userId, userId), inArray(ledgerNotes.operationId, operationIds)));
  return new Map(notes.map(({ operationId, note }) => [operationId, note]));
}
