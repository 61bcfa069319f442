import { documents, operations, resumes, type Database } from '@resumint/drizzle';
import { and, eq, inArray } from 'drizzle-orm';

/** What a call was for. The title is null when it is gone. */
export interface CallSubject {
  kind: 'document' | 'resume';
  id: string;
  title: string | null;
}

/**
 * Adds to each call of a person what it was for: null where the call ended before the provider answered, or has not
 * come so far. Takes one statement, and one for each kind of subject.
 */
export async function withSubjects<Call extends { operationId: string }>(
  db: Database,
  userId: string,
  calls: Call[],
): Promise<(Call & { subject: CallSubject | null })[]> {
  const subjectIds = await readSubjectIds(
    db,
    userId,
    calls.map(({ operationId }) => operationId),
  );
  const ids = [...new Set(subjectIds.values())];
  const resumeIds = ids.filter((id) => !isDocument(id));
  const [names, titles] = await Promise.all([
    readNames(db, userId, ids.filter(isDocument)),
    readTitles(db, userId, resumeIds),
  ]);
  return calls.map((call) => {
    const id = subjectIds.get(call.operationId);
    if (id === undefined) return { ...call, subject: null };
    const subject: CallSubject = isDocument(id)
      ? { kind: 'document', id, title: names.get(id) ?? null }
      : { kind: 'resume', id, title: titles.get(id) ?? null };
    return { ...call, subject };
  });
}

const isDocument = (subjectId: string) => subjectId.startsWith('doc_');

async function readSubjectIds(
  db: Database,
  userId: string,
  operationIds: string[],
): Promise<Map<string, string>> {
  if (operationIds.length === 0) return new Map();
  const rows = await db
    .select({ operationId: operations.operationId, subjectId: operations.subjectId })
    .from(operations)
    .where(and(eq(operations.userId, userId), inArray(operations.operationId, operationIds)));
  return new Map(
    rows.flatMap(({ operationId, subjectId }) => (subjectId === null ? [] : [[operationId, subjectId]])),
  );
}

async function readNames(db: Database, userId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: documents.documentId, name: documents.name })
    .from(documents)
    .where(and(eq(documents.userId, userId), inArray(documents.documentId, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readTitles(db: Database, userId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: resumes.resumeId, title: resumes.title })
    .from(resumes)
    .where(and(eq(resumes.userId, userId), inArray(resumes.resumeId, ids)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
