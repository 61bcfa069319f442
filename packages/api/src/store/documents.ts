import { affectedRows, createId, documents, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { and, desc, eq, lt, sql } from 'drizzle-orm';

export type Document = typeof documents.$inferSelect;

const LISTED = {
  documentId: documents.documentId,
  name: documents.name,
  mediaType: documents.mediaType,
  pages: documents.pages,
  createdAt: documents.createdAt,
};

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
  throw new AppError('unavailable', 'This file was deleted while it was uploaded. Please upload it again.');
}

/** A person's documents without their text, the newest first. */
export async function listDocuments(
  db: Database,
  userId: string,
  { limit, cursor }: { limit: number; cursor: string | null },
) {
  const rows = await db
    .select(LISTED)
    .from(documents)
    .where(and(eq(documents.userId, userId), cursor === null ? undefined : lt(documents.documentId, cursor)))
    .orderBy(desc(documents.documentId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { documents: page, nextCursor: rows.length > limit ? (page.at(-1)?.documentId ?? null) : null };
}

/** Throws `not_found` for a document that is not there, or is somebody else's. */
export async function getDocument(db: Database, userId: string, documentId: string): Promise<Document> {
  const [document] = await db
    .select()
    .from(documents)
    .where(and(eq(documents.userId, userId), eq(documents.documentId, documentId)));
  if (document) return document;
  throw noSuchDocument();
}

export async function hasDocument(db: Database, userId: string, documentId: string): Promise<boolean> {
  const [document] = await db
    .select({ documentId: documents.documentId })
    .from(documents)
    .where(and(eq(documents.userId, userId), eq(documents.documentId, documentId)));
  return document !== undefined;
}

export async function deleteDocument(db: Database, userId: string, documentId: string): Promise<void> {
  const result = await db
    .delete(documents)
    .where(and(eq(documents.userId, userId), eq(documents.documentId, documentId)));
  if (affectedRows(result) === 0) throw noSuchDocument();
}

export function noSuchDocument(): AppError {
  return new AppError('not_found', 'There is no such document among yours.');
}
