import type { Resume } from '../resumes/resume.ts';
import { SECTIONS, type Field, type Section, type SectionName } from './sections.ts';

export interface DraftEntry {
  id: string;
  /** By the name of the field, as typed. A list is its lines. */
  texts: Readonly<Record<string, string>>;
  /** Kept, so that it can be put back; not saved. */
  isRemoved?: boolean;
}

/** A resume while it is edited: whatever was typed, valid or not. */
export type Draft = Readonly<Partial<Record<SectionName, readonly DraftEntry[]>>>;

/** The same resume gives the same ids: what the server renders the browser finds again. */
export function toDraft(resume: Resume): Draft {
  return draftOf((section) => {
    const value = section.path.reduce<unknown>(valueOf, resume);
    const entries = section.noun === null ? [value] : listOf(value);
    return entries.map((entry, place) => ({ id: String(place), texts: textsOf(section, entry) }));
  });
}

export function draftOf(entriesOf: (section: Section) => readonly DraftEntry[]): Draft {
  return Object.fromEntries(SECTIONS.map((section) => [section.name, entriesOf(section)] as const));
}

function textsOf({ fields }: Section, entry: unknown): DraftEntry['texts'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, textOf(field, valueOf(entry, name))] as const),
  );
}

function textOf({ kind }: Field, value: unknown): string {
  if (kind === 'lines') return listOf(value).map(lineOf).join('\n');
  return typeof value === 'string' ? value : '';
}

/** An item of a list that has lines of its own would be several when it is saved. */
function lineOf(item: unknown): string {
  return typeof item === 'string' ? item.replaceAll(/\s*\n\s*/g, ' ') : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function valueOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
