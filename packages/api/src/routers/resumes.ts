import { Resume } from '@resumint/resume';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import { assertReferable } from '../store/assert-referable.ts';
import { deleteResume, getResume, insertResume, listResumes, updateResume } from '../store/resumes.ts';
import { DocumentId, Instant, PageSize, ResumeId } from './inputs.ts';

const Draft = z.object({
  title: z.string().trim().min(1).max(200),
  content: Resume,
  documentId: DocumentId.nullable().default(null),
});

/** A new resume, or another state of one with the `updatedAt` of the state that its writer saw. */
const Save = Draft.extend({
  resumeId: ResumeId.optional(),
  basedOn: Instant.optional(),
}).transform(({ resumeId, basedOn, ...draft }, issues) => {
  if (resumeId !== undefined && basedOn !== undefined) return { draft, replaced: { resumeId, basedOn } };
  if (resumeId === undefined && basedOn === undefined) return { draft, replaced: null };
  issues.addIssue(
    'A resume that is there is saved with both its resumeId and basedOn, a new one with neither.',
  );
  return z.NEVER;
});

export const resumesRouter = router({
  list: signedIn
    .input(z.object({ limit: PageSize, cursor: ResumeId.nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => listResumes(ctx.db, ctx.userId, input)),

  get: signedIn
    .input(z.object({ resumeId: ResumeId }))
    .query(({ ctx, input }) => getResume(ctx.db, ctx.userId, input.resumeId)),

  /** Saves a new resume, or another state of one. Refuses to replace a state that the writer has not seen. */
  save: signedIn.input(Save).mutation(async ({ ctx: { db, userId }, input: { draft, replaced } }) => {
    await assertReferable(db, userId, { ...draft, resumeId: replaced?.resumeId ?? null });
    if (!replaced) return insertResume(db, userId, draft);
    return updateResume(db, { userId, ...replaced }, draft);
  }),

  delete: signedIn
    .input(z.object({ resumeId: ResumeId }))
    .mutation(({ ctx, input }) => deleteResume(ctx.db, ctx.userId, input.resumeId)),
});
