import { ledger as table, type Database } from '@resumint/drizzle';
import { and, gte, lt, max, type SQL } from 'drizzle-orm';

export interface ChangedStream {
  userId: string;
  /** Of the newest entry that was found. */
  seq: number;
}

/** The streams with entries of a stretch of time. */
export interface ChangedStreams {
  streams: ChangedStream[];
  /** Where the next stretch begins; null when there is nothing after this one. */
  until: Date | null;
}

/** What one statement looks at; entries of one millisecond are never parted. */
const ENTRIES_LOOKED_AT = 20_000;

/** Finds streams with entries since a time, the oldest first. A bounded scan of the index of times, over all people. */
export async function findChangedStreams(
  db: Database,
  since: Date,
  entriesLookedAt = ENTRIES_LOOKED_AT,
): Promise<ChangedStreams> {
  const until = await endOfStretch(db, since, entriesLookedAt);
  const streams = await db
    .select({ userId: table.userId, seq: max(table.seq).mapWith(Number) })
    .from(table)
    .where(within(since, until))
    .groupBy(table.userId);
  return { streams, until };
}

async function endOfStretch(db: Database, since: Date, entries: number): Promise<Date | null> {
  const [following] = await db
    .select({ at: table.at })
    .from(table)
    .where(gte(table.at, since))
    .orderBy(table.at)
    .limit(1)
    .offset(entries);
  if (!following) return null;
  return new Date(Math.max(following.at.getTime(), since.getTime() + 1));
}

function within(since: Date, until: Date | null): SQL | undefined {
  return and(gte(table.at, since), until ? lt(table.at, until) : undefined);
}
