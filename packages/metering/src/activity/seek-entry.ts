import { ledger as table } from '@resumint/drizzle';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';

/** Looked at in one statement: of three million entries the right one is found with four. */
const PROBES = 64;

/**
 * The number of a stream's first entry at or after a time, or `below` where all before that are earlier. Entries stand
 * in the order of their times, so it is searched along the primary key.
 */
export async function seekEntry(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { at, below }: { at: number; below: number },
): Promise<number> {
  let first = 1;
  let end = below;
  while (first < end) {
    const probed = await db
      .select({ seq: table.seq, at: table.at })
      .from(table)
      .where(and(eq(table.userId, userId), inArray(table.seq, spread(first, end))))
      .orderBy(asc(table.seq));
    // Of a stream that is being erased.
    if (probed.length === 0) return first;
    const late = probed.find((entry) => entry.at.getTime() >= at);
    const early = probed.findLast((entry) => entry.at.getTime() < at);
    if (late) end = late.seq;
    if (early) first = early.seq + 1;
  }
  return first;
}

/** Numbers from `first` to below `end`, evenly apart. */
function spread(first: number, end: number): number[] {
  const count = Math.min(PROBES, end - first);
  return Array.from({ length: count }, (_, index) => first + Math.floor((index * (end - first)) / count));
}
