import { describe, expect, it } from 'vitest';
import { leftImports } from './left-imports.ts';

const documentAt = (day: number) => ({
  documentId: `doc_${day}`,
  name: `${day}.pdf`,
  mediaType: 'application/pdf',
  pages: 1,
  createdAt: new Date(Date.UTC(2026, 0, day)),
});

const resumeOf = (documentId: string | null, day: number) => ({
  resumeId: `res_${day}`,
  title: 'Mine',
  documentId,
  createdAt: new Date(Date.UTC(2026, 0, day)),
  updatedAt: new Date(Date.UTC(2026, 0, day)),
});

describe('leftImports', () => {
  it('has the documents that no resume was saved from', () => {
    const documents = [documentAt(3), documentAt(2), documentAt(1)];
    const resumes = [resumeOf('doc_2', 4), resumeOf(null, 3)];
    expect(idsOf(leftImports({ documents }, { resumes, nextCursor: null }))).toEqual(['doc_3', 'doc_1']);
  });

  it('leaves out a document whose resume may be on a later page', () => {
    const documents = [documentAt(9), documentAt(1)];
    const resumes = [resumeOf(null, 10), resumeOf(null, 5)];
    expect(idsOf(leftImports({ documents }, { resumes, nextCursor: 'res_5' }))).toEqual(['doc_9']);
  });

  it('has at most 5', () => {
    const documents = [9, 8, 7, 6, 5, 4, 3].map(documentAt);
    expect(leftImports({ documents }, { resumes: [], nextCursor: null })).toHaveLength(5);
  });
});

function idsOf(documents: { documentId: string }[]): string[] {
  return documents.map(({ documentId }) => documentId);
}
