import type { Draft, DraftEntry } from './draft.ts';
import { SECTIONS, type Field, type Section, type SectionName } from './sections.ts';

export interface CleanedDraft {
  /** As JSON Resume wants it, not yet checked: what is empty is left out. */
  content: Record<string, unknown>;
  /** Which entry of the draft each entry of the content is. */
  entryIds: Readonly<Partial<Record<SectionName, readonly string[]>>>;
}

/** What is saved of a draft. Web addresses that were typed without a scheme get one. */
export function cleanDraft(draft: Draft): CleanedDraft {
  const content: Record<string, unknown> = {};
  const entryIds: Partial<Record<SectionName, readonly string[]>> = {};
  for (const section of SECTIONS) {
    const kept = (draft[section.name] ?? []).flatMap((entry) => {
      const value = entry.isRemoved ? {} : valueOf(section, entry);
      return Object.keys(value).length === 0 ? [] : [{ id: entry.id, value }];
    });
    entryIds[section.name] = kept.map(({ id }) => id);
    const values = kept.map(({ value }) => value);
    if (values.length > 0) put(content, section.path, section.noun === null ? values[0] : values);
  }
  return { content, entryIds };
}

function valueOf({ fields }: Section, { texts }: DraftEntry): Record<string, string | string[]> {
  const value: Record<string, string | string[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const cleaned = clean(field, texts[name] ?? '');
    if (cleaned.length > 0) value[name] = cleaned;
  }
  return value;
}

function clean({ kind }: Field, typed: string): string | string[] {
  const text = typed.trim();
  if (kind === 'lines') {
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }
  if (kind === 'url' && /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text)) return `https://${text}`;
  return text;
}

function put(holder: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    holder[key] = value;
    return;
  }
  const inner = holder[key];
  if (isHolder(inner)) put(inner, rest, value);
  else {
    const made = {};
    holder[key] = made;
    put(made, rest, value);
  }
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
