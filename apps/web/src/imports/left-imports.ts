import type { Outputs } from '@resumint/client';

type Documents = Outputs['documents']['list'];
type Resumes = Outputs['resumes']['list'];

const MOST_SHOWN = 5;

/** Under which the draft of a document's review is kept. */
export function importKey(documentId: string): string {
  return `document:${documentId}`;
}

/**
 * The newest documents that no resume was saved from. Where resumes are left out of the list, an older document may
 * belong to one of those: a resume is always newer than its document.
 */
export function leftImports(
  { documents }: Pick<Documents, 'documents'>,
  { resumes, nextCursor }: Pick<Resumes, 'resumes' | 'nextCursor'>,
): Documents['documents'] {
  const saved = new Set(resumes.map(({ documentId }) => documentId));
  const knownSince = nextCursor === null ? 0 : (resumes.at(-1)?.createdAt.getTime() ?? 0);
  return documents
    .filter(({ documentId, createdAt }) => !saved.has(documentId) && createdAt.getTime() >= knownSince)
    .slice(0, MOST_SHOWN);
}
