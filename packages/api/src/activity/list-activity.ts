import type { Database } from '@resumint/drizzle';
import { readActivity, type ActivityEntry, type ActivityPage, type Ledger } from '@resumint/metering';
import { findSubjectIds } from '../store/find-subjects.ts';
import { withSubjects, type CallSubject } from '../store/with-subjects.ts';
import type { ActivityQuery } from './activity-query.ts';

/** A call with what it was for, or an adjustment, which was for none. */
export type ListedActivity = ActivityEntry & { subject: CallSubject | null };

export interface ListedActivityPage extends Omit<ActivityPage, 'entries'> {
  entries: ListedActivity[];
}

const OPERATION_ID = /^(op|adj)_[0-9a-z]+$/;

/** A page of what a person's meter has counted, as `readActivity` gives it, each call with what it was for. */
export async function listActivity(
  { db, ledger }: { db: Database; ledger: Ledger },
  userId: string,
  { query, limit, cursor }: { query: ActivityQuery; limit: number; cursor: number | null },
): Promise<ListedActivityPage> {
  const { search, ...filter } = query;
  const sought = await seek(db, userId, search);
  const page = await readActivity(ledger, userId, { filter: { ...filter, ...sought }, limit, cursor });
  return { ...page, entries: await withSubjects(db, userId, page.entries) };
}

async function seek(db: Database, userId: string, search: string | null) {
  if (search === null) return { operationId: null, subjectIds: null };
  if (OPERATION_ID.test(search)) return { operationId: search, subjectIds: null };
  return { operationId: null, subjectIds: await findSubjectIds(db, userId, search) };
}
