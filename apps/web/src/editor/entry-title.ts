import type { DraftEntry } from './draft.ts';
import type { Section } from './sections.ts';

/** What an entry is called on the page: by what it says, or by its kind while it says nothing. */
export function entryTitle({ calledBy, noun, title }: Section, { texts }: DraftEntry): string {
  const said = calledBy.map((name) => texts[name]?.trim() ?? '').filter((text) => text !== '');
  if (said.length > 0) return said.join(', ');
  return noun === null ? title : `New ${noun}`;
}
