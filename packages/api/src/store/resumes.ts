import { affectedRows, createId, resumes, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { Resume } from '@resumint/resume';
import { and, desc, eq, lt } from 'drizzle-orm';

const LISTED = {
  resumeId: resumes.resumeId,
  title: resumes.title,
  documentId: resumes.documentId,
  createdAt: resumes.createdAt,
  updatedAt: resumes.updatedAt,
};

export interface ResumeDraft {
  title: string;
  content: Resume;
  documentId: string | null;
}

export interface SavedResume {
  resumeId: string;
  updatedAt: Date;
}

/** A person's resumes, the newest first. */
export async function listResumes(
  db: Database,
  userId: string,
  { limit, cursor }: { limit: number; cursor: string | null },
) {
  const rows = await db
    .select(LISTED)
    .from(resumes)
    .where(and(eq(resumes.userId, userId), cursor === null ? undefined : lt(resumes.resumeId, cursor)))
    .orderBy(desc(resumes.resumeId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { resumes: page, nextCursor: rows.length > limit ? (page.at(-1)?.resumeId ?? null) : null };
}

/** Throws `not_found` for a resume that is not there, or is somebody else's. */
export async function getResume(db: Database, userId: string, resumeId: string) {
  const [row] = await db
    .select({ ...LISTED, content: resumes.content })
    .from(resumes)
    .where(and(eq(resumes.userId, userId), eq(resumes.resumeId, resumeId)));
  if (!row) throw noSuchResume();
  return { ...row, content: Resume.parse(row.content) };
}

/** A resume as it is listed. Throws `not_found` for one that is not there, or is somebody else's. */
export async function getResumeEntry(db: Database, userId: string, resumeId: string) {
  const [row] = await db
    .select(LISTED)
    .from(resumes)
    .where(and(eq(resumes.userId, userId), eq(resumes.resumeId, resumeId)));
  if (!row) throw noSuchResume();
  return row;
}

export async function insertResume(db: Database, userId: string, draft: ResumeDraft): Promise<SavedResume> {
  const now = new Date();
  const resumeId = createId('resume', now);
  await db.insert(resumes).values({ ...draft, userId, resumeId, createdAt: now, updatedAt: now });
  return { resumeId, updatedAt: now };
}

/**
 * Replaces the state of a resume that was saved at `basedOn`. Of saves made at once on one state one lands: each moves
 * `updatedAt` forward. Throws `changed_elsewhere` where another state is there, which stays.
 */
export async function updateResume(
  db: Database,
  { userId, resumeId, basedOn }: { userId: string; resumeId: string; basedOn: Date },
  draft: ResumeDraft,
): Promise<SavedResume> {
  const updatedAt = new Date(Math.max(Date.now(), basedOn.getTime() + 1));
  const result = await db
    .update(resumes)
    .set({ ...draft, updatedAt })
    .where(and(eq(resumes.userId, userId), eq(resumes.resumeId, resumeId), eq(resumes.updatedAt, basedOn)));
  if (affectedRows(result) === 1) return { resumeId, updatedAt };
  const kept = await getResumeEntry(db, userId, resumeId);
  throw new AppError(
    'changed_elsewhere',
    'This resume was changed elsewhere in the meantime. That state was kept.',
    {
      details: { updatedAt: kept.updatedAt },
    },
  );
}

export async function deleteResume(db: Database, userId: string, resumeId: string): Promise<void> {
  const result = await db
    .delete(resumes)
    .where(and(eq(resumes.userId, userId), eq(resumes.resumeId, resumeId)));
  if (affectedRows(result) === 0) throw noSuchResume();
}

function noSuchResume(): AppError {
  return new AppError('not_found', 'There is no such resume among yours.');
}
