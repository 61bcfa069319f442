import type { Resume } from '@resumint/resume';
import type { ResumeText } from '@resumint/operations';
import type { Context } from '../context.ts';
import { getDocument } from '../store/documents.ts';
import { getResume } from '../store/resumes.ts';
import type { Loaded } from './metered.ts';

type SignedIn = Pick<Context, 'db'> & { userId: string };

export async function loadDocument(
  { db, userId }: SignedIn,
  documentId: string,
): Promise<Loaded<ResumeText>> {
  const { text } = await getDocument(db, userId, documentId);
  return { subjectId: documentId, subject: { text } };
}

export async function loadResume({ db, userId }: SignedIn, resumeId: string): Promise<Loaded<Resume>> {
  const { content } = await getResume(db, userId, resumeId);
  return { subjectId: resumeId, subject: content };
}
