import { createId, documents, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { and, eq, sql } from 'drizzle-orm';

export type Document = typeof documents.$inferSelect;

/** The same file uploaded again is the document that is there, with its first name. */
export async function insertDocument(
  db: Database,
  document: Pick<Document, 'userId' | 'name' | 'mediaType' | 'pages' | 'text' | 'contentHash'>,
): Promise<Document> {
  const { userId, contentHash } = document;
  const row = { ...document, documentId: createId('document'), createdAt: new Date() };
  await db
    .insert(documents)
    .values(row)
    .onDuplicateKeyUpdate({ set: { documentId: sql`${documents.documentId}` } });
  const [stored] = await db
    .select()
    .from(documents)
    .where(and(eq(documents.userId, userId), eq(documents.contentHash, contentHash)));
  if (stored) return stored;
  throw new Error('a document was neither inserted nor there already');
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
