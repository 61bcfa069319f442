import type { CleanedDraft } from './clean-draft.ts';
import { fieldId, sectionId, TITLE_ID } from './field-id.ts';
import { SECTIONS, type Section } from './sections.ts';

/** The part of one of zod's issues that is told. */
export interface Issue {
  code?: string | undefined;
  path: readonly PropertyKey[];
  message: string;
  maximum?: number | bigint | undefined;
  origin?: string | undefined;
}

/** What keeps a draft from being saved, at the element that it is about. */
export interface FieldError {
  /** The id of the element. */
  id: string;
  /** Where it is, as the page calls it. */
  where: string;
  message: string;
}

/** The issues of a cleaned draft at its fields, the first of each, in the order of the page. */
export function findErrors(
  issues: readonly Issue[],
  { entryIds }: Pick<CleanedDraft, 'entryIds'>,
): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const section of SECTIONS) {
    for (const issue of issues) {
      if (sectionOf(issue) !== section) continue;
      const error = errorAt(section, entryIds[section.name] ?? [], issue);
      if (!errors.has(error.id)) errors.set(error.id, error);
    }
  }
  const whole = issues.find((issue) => !sectionOf(issue));
  const last = whole ? [{ id: TITLE_ID, where: 'The resume', message: messageOf(whole) }] : [];
  return [...errors.values(), ...last];
}

/** The one with the longest path: a city is in the location, which is in the basics. */
function sectionOf({ path }: Issue): Section | undefined {
  return SECTIONS.filter((section) => section.path.every((key, depth) => path[depth] === key))
    .toSorted((a, b) => a.path.length - b.path.length)
    .at(-1);
}

function errorAt(section: Section, ids: readonly string[], issue: Issue): FieldError {
  const inside = issue.path.slice(section.path.length);
  const place = section.noun === null ? 0 : Number(inside.shift());
  const name = String(inside[0]);
  const field = section.fields[name];
  const entryId = ids[place];
  const message = messageOf(issue);
  if (!field || entryId === undefined) return { id: sectionId(section.name), where: section.title, message };
  const where = section.noun === null ? field.label : `${section.title} ${place + 1}, ${field.label}`;
  return { id: fieldId({ section: section.name, entryId }, name), where, message };
}

function messageOf({ code, origin, maximum, message }: Issue): string {
  if (code !== 'too_big') return message;
  const most = Number(maximum).toLocaleString('en-US');
  return origin === 'array' ? `can have at most ${most} entries` : `can have at most ${most} characters`;
}
