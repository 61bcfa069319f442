import { ledger as table, operations } from '@resumint/drizzle';
import { and, desc, eq, gt, gte, inArray, isNotNull } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { readStream } from '../ledger/read-stream.ts';
import { receiptOf, type Receipt } from './receipt.ts';

/** An earlier call whose answer is kept. */
export interface AnsweredCall {
  receipt: Receipt;
  result: unknown;
}

interface SameCall {
  operation: string;
  model: string;
  payloadHash: string;
}

/** A call has two entries, so this is up to half as many calls. */
const ENTRIES_LOOKED_AT = 400;
const MOST_CANDIDATES = 4;
const DAY_MS = 24 * 3_600_000;

/**
 * A person's last completed call within a day that asked the same of the same model, with its answer, or null. One that
 * failed, was stopped or still runs is none. Only the last entries of the stream are looked at, backwards along the
 * primary key; it takes one read where there is none, and two beside each other more where there is.
 */
export async function findAnswered(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  call: SameCall,
): Promise<AnsweredCall | null> {
  const candidates = await findHolds({ db }, userId, call);
  if (candidates.length === 0) return null;
  const [stream, results] = await Promise.all([
    readStream({ db }, userId, candidates),
    readResults({ db }, userId, candidates),
  ]);
  for (const operationId of candidates) {
    const receipt = stream && receiptOf(stream.facts.get(operationId) ?? [], stream.clock);
    const isAnswered = receipt?.status === 'settled' && receipt.outcome === 'completed';
    if (isAnswered && results.has(operationId)) return { receipt, result: results.get(operationId) };
  }
  return null;
}

/** The newest first. */
async function findHolds(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { operation, model, payloadHash }: SameCall,
): Promise<string[]> {
  const last = db
    .select({
      seq: table.seq,
      kind: table.kind,
      operationId: table.operationId,
      at: table.at,
      operation: table.operation,
      model: table.model,
      payloadHash: table.payloadHash,
    })
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(ENTRIES_LOOKED_AT)
    .as('last');
  const rows = await db
    .select({ operationId: last.operationId })
    .from(last)
    .where(
      and(
        eq(last.kind, 'hold'),
        eq(last.operation, operation),
        eq(last.model, model),
        eq(last.payloadHash, payloadHash),
        gte(last.at, new Date(Date.now() - DAY_MS)),
      ),
    )
    .orderBy(desc(last.seq))
    .limit(MOST_CANDIDATES);
  return rows.map(({ operationId }) => operationId);
}

async function readResults(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  operationIds: string[],
): Promise<Map<string, unknown>> {
  const rows = await db
    .select({ operationId: operations.operationId, result: operations.result })
    .from(operations)
    .where(
      and(
        eq(operations.userId, userId),
        inArray(operations.operationId, operationIds),
        isNotNull(operations.result),
        gt(operations.resultExpiresAt, new Date()),
      ),
    );
  return new Map(rows.map(({ operationId, result }) => [operationId, result]));
}
