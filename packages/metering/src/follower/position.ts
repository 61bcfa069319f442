import { affectedRows, streamPositions as table, type Database } from '@resumint/drizzle';
import { and, eq } from 'drizzle-orm';
import { signCheckpoint } from '../ledger/checkpoint.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FIRST_PREDECESSOR } from '../ledger/open-stream.ts';
import { BrokenStreamError } from './broken-stream-error.ts';

/** The entry that a stream was followed to; sequence 0 before the first. */
export interface Position {
  seq: number;
  mac: string;
}

export interface NewPosition extends Position {
  signature: string;
  nextExpiryAt: Date | null;
}

export const BEGINNING: Position = { seq: 0, mac: FIRST_PREDECESSOR };

/** Throws a `BrokenStreamError` for a position that was not written with the ledger's key. */
export async function readPosition({ db, key }: Ledger, userId: string): Promise<Position> {
  const [position] = await db
    .select({ seq: table.seq, mac: table.mac, signature: table.signature })
    .from(table)
    .where(eq(table.userId, userId));
  if (!position) return BEGINNING;
  const { seq, mac, signature } = position;
  if (signCheckpoint({ userId, seq, mac }, key) !== signature) {
    throw new BrokenStreamError({ userId, seq, problem: 'forgedPosition' });
  }
  return { seq, mac };
}

/** Moves a position on. False when it is not where it was: somebody else has moved it. */
export async function movePosition(
  tx: Pick<Database, 'insert' | 'update'>,
  userId: string,
  { from, to }: { from: Position; to: NewPosition },
): Promise<boolean> {
  const moved =
    from.seq === BEGINNING.seq
      ? await tx
          .insert(table)
          .ignore()
          .values({ userId, ...to })
      : await tx
          .update(table)
          .set(to)
          .where(and(eq(table.userId, userId), eq(table.seq, from.seq)));
  return affectedRows(moved) === 1;
}
