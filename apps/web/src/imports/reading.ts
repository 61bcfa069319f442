import type { Outputs } from '@resumint/client';
import { toDraft } from '../editor/draft.ts';
import { SECTIONS } from '../editor/sections.ts';

export type ImportedDocument = Outputs['documents']['get'];

/** What was read from a document, and what of its text found no place. */
export type Reading = Outputs['documents']['parse'];

/** What drafts are made from: the reading by rules, or one of those with AI. */
export const BY_RULES = 'rules';

export function aiReadingId({ receipt }: Outputs['ai']['parseResume']): string {
  return receipt.operationId;
}

/** What a reading found, in a line: "3 jobs, 1 school". */
export function describeReading({ resume }: Reading): string {
  const draft = toDraft(resume);
  const counts = SECTIONS.flatMap(({ name, noun }) => {
    const count = draft[name]?.length ?? 0;
    return noun === null || count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? 'No entries found' : counts.join(', ');
}

export const NOTHING_READ = { resume: {}, unplaced: [] } satisfies Reading;

/** What a resume is called until the person says otherwise. */
export function titleFor({ resume }: Reading, { name }: ImportedDocument): string {
  return resume.basics?.name ?? name.replace(/\.\w+$/, '');
}
