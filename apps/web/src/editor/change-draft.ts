import type { Draft, DraftEntry } from './draft.ts';
import type { SectionName } from './sections.ts';

export type Change = (draft: Draft) => Draft;

/** One entry of a draft. */
export interface Place {
  section: SectionName;
  entryId: string;
}

export function setText({ section, entryId }: Place, field: string, text: string): Change {
  return inEntry({ section, entryId }, (entry) => ({ ...entry, texts: { ...entry.texts, [field]: text } }));
}

export function addEntry({ section, entryId }: Place): Change {
  return inSection(section, (entries) => [...entries, { id: entryId, texts: {} }]);
}

/** It stays in the draft, so that it can be put back as it was. */
export function removeEntry(place: Place): Change {
  return inEntry(place, (entry) => ({ ...entry, isRemoved: true }));
}

export function restoreEntry(place: Place): Change {
  return inEntry(place, ({ id, texts }) => ({ id, texts }));
}

export function removeSection(section: SectionName): Change {
  return inSection(section, (entries) => entries.map((entry) => ({ ...entry, isRemoved: true })));
}

/** By one place. At the end of the list it stays where it is. */
export function moveEntry({ section, entryId }: Place, by: -1 | 1): Change {
  return inSection(section, (entries) => {
    const from = entries.findIndex(({ id }) => id === entryId);
    const [moved, other] = [entries[from], entries[from + by]];
    if (!moved || !other) return entries;
    return entries.with(from, other).with(from + by, moved);
  });
}

function inSection(
  section: SectionName,
  change: (entries: readonly DraftEntry[]) => readonly DraftEntry[],
): Change {
  return (draft) => ({ ...draft, [section]: change(draft[section] ?? []) });
}

function inEntry({ section, entryId }: Place, change: (entry: DraftEntry) => DraftEntry): Change {
  return inSection(section, (entries) =>
    entries.map((entry) => (entry.id === entryId ? change(entry) : entry)),
  );
}
