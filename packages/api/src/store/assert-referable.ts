import type { Database } from '@resumint/drizzle';
import { hasDocument, noSuchDocument } from './documents.ts';
import { getResumeEntry } from './resumes.ts';

interface Reference {
  documentId: string | null;
  /** The resume that refers to it; null for a new one. */
  resumeId: string | null;
}

/**
 * Throws `not_found` for a document that is not there, or is somebody else's. A resume may go on naming the document
 * that it was read from when that is gone.
 */
export async function assertReferable(
  db: Database,
  userId: string,
  { documentId, resumeId }: Reference,
): Promise<void> {
  if (documentId === null || (await hasDocument(db, userId, documentId))) return;
  const resume = resumeId === null ? null : await getResumeEntry(db, userId, resumeId);
  if (resume?.documentId !== documentId) throw noSuchDocument();
}
