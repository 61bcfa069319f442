import { Resume } from '@resumint/resume';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import { getDocument } from '../store/documents.ts';
import { deleteResume, getResume, insertResume, listResumes, updateResume } from '../store/resumes.ts';
import { DocumentId, PageSize, ResumeId } from './inputs.ts';

const Draft = z.object({
  title: z.string().trim().min(1).max(200),
  content: Resume,
  documentId: DocumentId.nullable().default(null),
});

export const resumesRouter = router({
  list: signedIn
    .input(z.object({ limit: PageSize, cursor: ResumeId.nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => listResumes(ctx.db, ctx.userId, input)),

  get: signedIn
    .input(z.object({ resumeId: ResumeId }))
    .query(({ ctx, input }) => getResume(ctx.db, ctx.userId, input.resumeId)),

  /** Saves a new resume, or another state of one. */
  save: signedIn.input(Draft.extend({ resumeId: ResumeId.optional() })).mutation(async ({ ctx, input }) => {
    const { resumeId, ...draft } = input;
    if (draft.documentId !== null) await getDocument(ctx.db, ctx.userId, draft.documentId);
    if (resumeId === undefined) return { resumeId: await insertResume(ctx.db, ctx.userId, draft) };
    await updateResume(ctx.db, { userId: ctx.userId, resumeId }, draft);
    return { resumeId };
  }),

  delete: signedIn
    .input(z.object({ resumeId: ResumeId }))
    .mutation(({ ctx, input }) => deleteResume(ctx.db, ctx.userId, input.resumeId)),
});
