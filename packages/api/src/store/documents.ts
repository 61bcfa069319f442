import { createId, documents, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { and, eq } from 'drizzle-orm';

export type Document = typeof documents.$inferSelect;

export async function insertDocument(
  db: Database,
  document: Pick<Document, 'userId' | 'name' | 'mediaType' | 'pages' | 'text'>,
): Promise<Document> {
  const row = { ...document, documentId: createId('document'), createdAt: new Date() };
  await db.insert(documents).values(row);
  return row;
}

/** Throws `not_found` for a document that is not there, or is somebody else's. */
export async function getDocument(db: Database, userId: string, documentId: string): Promise<Document> {
  const [document] = await db
    .select()
    .from(documents)
    .where(and(eq(documents.userId, userId), eq(documents.documentId, documentId)));
  if (document) return document;
  throw new AppError('not_found', 'There is no such document among yours.');
}
