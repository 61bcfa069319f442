import type { Entry } from '../stream/entry.ts';
import { insertRows } from './insert-rows.ts';
import type { Ledger } from './ledger.ts';
import { toRows } from './rows.ts';
import { seal } from './seal.ts';

/** Entries that were decided on a head, with the seal of that head. */
export interface Decided {
  userId: string;
  entries: Entry[];
  headMac: string;
}

/**
 * Appends entries to a stream and gives the seal of the last. One statement, so all land or none: a head that has moved
 * on makes it a duplicate key.
 */
export async function append(
  { db, key }: Pick<Ledger, 'db' | 'key'>,
  { userId, entries, headMac }: Decided,
): Promise<string> {
  const rows = seal(toRows(userId, entries), headMac, key);
  await insertRows(db, rows);
  return rows.at(-1)?.mac ?? headMac;
}
