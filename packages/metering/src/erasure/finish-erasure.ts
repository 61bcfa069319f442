import { affectedRows, ledger as table, tombstones } from '@resumint/drizzle';
import { and, desc, eq, lt, lte } from 'drizzle-orm';
import { decodeCarried } from '../ledger/carried.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readClock } from '../ledger/read-stream.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { add, type Amount, type OpenHold } from '../stream/state.ts';
import { ERASED_BESIDE_LEDGER } from './user-tables.ts';

const ROWS_A_STATEMENT = 1_000;
/** Entries that land while others are deleted are late corrections, of which there are few. */
const MOST_ROUNDS = 8;

/**
 * Empties every table of a person whose erasure was requested, and leaves the totals in the tombstone. Waits while a
 * call of theirs runs: then it is to be called again. Safe to repeat, to be cut off anywhere, and to run twice at once.
 */
export async function finishErasure(ledger: Ledger, userId: string): Promise<'erased' | 'waiting'> {
  const { db } = ledger;
  const [tombstone] = await db.select().from(tombstones).where(eq(tombstones.userId, userId));
  if (!tombstone) throw new Error(`the erasure of ${userId} was not requested`);
  let erased = await emptyTables(ledger, userId);
  for (let rounds = 0; ; rounds += 1) {
    const head = await readHead(ledger, userId);
    if (!head) break;
    const now = await readClock(ledger);
    const open = openHolds(head);
    if (rounds >= MOST_ROUNDS || open.some(({ expiresAt }) => expiresAt > now)) {
      await markErased(ledger, userId, null);
      return 'waiting';
    }
    await keepTotals(ledger, head, open);
    await deleteStream(ledger, head);
    erased += 1;
  }
  // Once more: what was followed of the stream meanwhile.
  erased += await emptyTables(ledger, userId);
  if (erased > 0 || tombstone.erasedAt === null) {
    await markErased(ledger, userId, new Date(await readClock(ledger)));
  }
  return 'erased';
}

async function markErased({ db }: Ledger, userId: string, erasedAt: Date | null): Promise<void> {
  await db.update(tombstones).set({ erasedAt }).where(eq(tombstones.userId, userId));
}

/** Tells how many rows there were. */
async function emptyTables({ db }: Ledger, userId: string): Promise<number> {
  let deleted = 0;
  for (const emptied of ERASED_BESIDE_LEDGER) {
    for (let rows = ROWS_A_STATEMENT; rows === ROWS_A_STATEMENT; deleted += rows) {
      const result = await db.delete(emptied).where(eq(emptied.userId, userId)).limit(ROWS_A_STATEMENT);
      rows = affectedRows(result);
    }
  }
  return deleted;
}

async function readHead({ db }: Ledger, userId: string): Promise<LedgerRow | null> {
  const [head] = await db
    .select()
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(1);
  return head ?? null;
}

/** A head that somebody made unreadable is no reason to keep a person's data. */
function openHolds({ carried }: LedgerRow): OpenHold[] {
  try {
    return carried === null ? [] : decodeCarried(carried).open;
  } catch {
    return [];
  }
}

/** Before anything that they are the sum of is deleted. A stream that was opened anew meanwhile has none to tell. */
async function keepTotals({ db }: Ledger, head: LedgerRow, expired: OpenHold[]): Promise<void> {
  const { userId, seq } = head;
  const lifetime: Amount = { tokens: head.lifetimeTokens, costNanos: head.lifetimeCostNanos };
  const { tokens, costNanos } = expired.reduce<Amount>(add, lifetime);
  const operations = head.lifetimeOperations + expired.length;
  await db
    .update(tombstones)
    .set({ entries: seq, operations, tokens, costNanos })
    .where(and(eq(tombstones.userId, userId), lte(tombstones.entries, seq)));
}

/**
 * Oldest first, and the head last with its terms, so that what is left at any time is a stream that admits nothing. An
 * entry that was decided on this head may land behind it meanwhile, and is found next.
 */
async function deleteStream({ db }: Ledger, { userId, seq, termsSeq }: LedgerRow): Promise<void> {
  for (let rows = ROWS_A_STATEMENT; rows === ROWS_A_STATEMENT;) {
    const result = await db
      .delete(table)
      .where(and(eq(table.userId, userId), lt(table.seq, Math.min(seq, termsSeq))))
      .limit(ROWS_A_STATEMENT);
    rows = affectedRows(result);
  }
  await db.delete(table).where(and(eq(table.userId, userId), lte(table.seq, seq)));
}
