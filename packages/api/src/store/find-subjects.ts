import { documents, resumes, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { and, eq, like } from 'drizzle-orm';

const MOST_FOUND = 200;

/** The ids of a person's resumes and documents with this text in their title or name, in any mix of cases. */
export async function findSubjectIds(db: Database, userId: string, text: string): Promise<string[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const [titled, named] = await Promise.all([
    db
      .select({ id: resumes.resumeId })
      .from(resumes)
      .where(and(eq(resumes.userId, userId), like(resumes.title, pattern)))
      .limit(MOST_FOUND + 1),
    db
      .select({ id: documents.documentId })
      .from(documents)
      .where(and(eq(documents.userId, userId), like(documents.name, pattern)))
      .limit(MOST_FOUND + 1),
  ]);
  const ids = [...titled, ...named].map(({ id }) => id);
  if (ids.length <= MOST_FOUND) return ids;
  throw new AppError('bad_input', `More than ${MOST_FOUND} titles have "${text}" in them. Please say more.`);
}
