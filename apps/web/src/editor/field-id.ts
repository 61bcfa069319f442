import type { Place } from './change-draft.ts';
import type { SectionName } from './sections.ts';

/** Ids of elements, so that an error can lead to its field. */
export const TITLE_ID = 'resume-title';

export function sectionId(section: SectionName): string {
  return `resume-${section}`;
}

export function fieldId({ section, entryId }: Place, field: string): string {
  return `${sectionId(section)}-${entryId}-${field}`;
}

/** Moves the keyboard there, once what was changed is on the page. */
export function focusElement(id: string): void {
  document.getElementById(id)?.focus();
}
