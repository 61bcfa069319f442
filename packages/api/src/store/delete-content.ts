import { documents, operations, resumes, type Database } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';

/** Deletes what a person uploaded, wrote and was answered. What it cost stays in the ledger, which has no personal text. */
export async function deleteContent(db: Database, userId: string): Promise<void> {
  await Promise.all([
    db.delete(documents).where(eq(documents.userId, userId)),
    db.delete(resumes).where(eq(resumes.userId, userId)),
    db.delete(operations).where(eq(operations.userId, userId)),
  ]);
}
