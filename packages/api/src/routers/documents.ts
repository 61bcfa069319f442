import { AppError } from '@resumint/errors';
import { parseResumeText } from '@resumint/resume';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import {
  deleteDocument,
  getDocument,
  insertDocument,
  listDocuments,
  type Document,
} from '../store/documents.ts';
import { documentName } from './document-name.ts';
import { DocumentId, PageSize } from './inputs.ts';

const MOST_BYTES = 10 * 1024 * 1024;

const Upload = z.instanceof(FormData).transform((form, issues) => {
  const file = form.get('file');
  if (file instanceof File) return file;
  issues.addIssue('Send one file in the form field "file".');
  return z.NEVER;
});

export const documentsRouter = router({
  /** Takes a PDF, plain text or JSON Resume file and keeps its text. Costs nothing. */
  upload: signedIn.input(Upload).mutation(async ({ ctx, input: file }) => {
    if (!ctx.extractText) {
      throw new AppError('bad_input', 'Files cannot be uploaded at this address. Use the main one.');
    }
    if (file.size > MOST_BYTES) {
      throw new AppError('too_large', 'This file is larger than 10 MB. Export it with smaller images.');
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = documentName(file.name);
    const { text, pages, mediaType } = await ctx.extractText({ bytes, name });
    const contentHash = await hashOf(bytes);
    const document = { userId: ctx.userId, name, mediaType, pages, text, contentHash };
    return describe(await insertDocument(ctx.db, document));
  }),

  /** The newest first, without their text. */
  list: signedIn
    .input(z.object({ limit: PageSize, cursor: DocumentId.nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => listDocuments(ctx.db, ctx.userId, input)),

  get: signedIn.input(z.object({ documentId: DocumentId })).query(async ({ ctx, input }) => {
    const document = await getDocument(ctx.db, ctx.userId, input.documentId);
    return { ...describe(document), text: document.text };
  }),

  /** Reads a resume from a document by rules alone: free, and there when no AI call is. */
  parse: signedIn.input(z.object({ documentId: DocumentId })).query(async ({ ctx, input }) => {
    const { text } = await getDocument(ctx.db, ctx.userId, input.documentId);
    return parseResumeText(text);
  }),

  /** Resumes that were read from it stay. */
  delete: signedIn
    .input(z.object({ documentId: DocumentId }))
    .mutation(({ ctx, input }) => deleteDocument(ctx.db, ctx.userId, input.documentId)),
});

function describe({ documentId, name, mediaType, pages, createdAt }: Document) {
  return { documentId, name, mediaType, pages, createdAt };
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
