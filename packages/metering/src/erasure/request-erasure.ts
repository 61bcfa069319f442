import { accounts, sessions, tombstones } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { eq, sql } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { readClock } from '../ledger/read-stream.ts';
import { changeTerms } from '../terms/change-terms.ts';

/** Who closes the stream of a person who is erased. */
const ACTOR = 'erasure';

/**
 * Begins a person's erasure, for good: nobody signs in as them and no call is admitted any more. What is there goes
 * with `finishErasure`, at once or later. Safe to repeat.
 */
export async function requestErasure(ledger: Ledger, userId: string): Promise<void> {
  const requestedAt = new Date(await readClock(ledger));
  const nothing = { entries: 0, operations: 0, tokens: 0, costNanos: 0n };
  await ledger.db
    .insert(tombstones)
    .values({ userId, requestedAt, erasedAt: null, ...nothing })
    .onDuplicateKeyUpdate({ set: { requestedAt: sql`${tombstones.requestedAt}` } });
  await closeStream(ledger, userId);
  await ledger.db.delete(accounts).where(eq(accounts.userId, userId));
  await ledger.db.delete(sessions).where(eq(sessions.userId, userId));
}

/** Calls that run end as ever; a new one finds no place. Soft limits would let it in. */
async function closeStream(ledger: Ledger, userId: string): Promise<void> {
  try {
    await changeTerms(ledger, { userId, actor: ACTOR }, (terms) => ({
      ...terms,
      maxInFlight: 0,
      enforcement: 'hard',
    }));
  } catch (error) {
    // A person whose stream was never opened, or is gone already, has nothing to close.
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
  }
}
