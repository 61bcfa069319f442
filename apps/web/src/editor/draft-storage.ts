import type { TitledDraft } from './check-draft.ts';
import { draftOf, type DraftEntry } from './draft.ts';
import { DRAFT_PREFIX, keptKeys } from './kept-keys.ts';

const MOST_KEPT = 10;
/** Beyond what can be saved as a resume. */
const MOST_LENGTH = 400_000;

/** A draft as it is kept in this tab. */
export interface KeptDraft extends TitledDraft {
  /** When it was last typed in, in ms. */
  at: number;
  /** What it was made from: a state of a resume, or a reading of a document. */
  from: string;
}

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Keeps a draft across a reload: at most 10, of which the oldest go. One that there is no room for is not. */
export function keepDraft(storage: DraftStorage, key: string, draft: KeptDraft): void {
  const text = JSON.stringify(draft);
  forgetDraft(storage, key);
  const others = keptKeys(storage).toSorted((a, b) => ageOf(storage, b) - ageOf(storage, a));
  for (const old of others.slice(MOST_KEPT - 1)) storage.removeItem(old);
  if (text.length > MOST_LENGTH) return;
  try {
    storage.setItem(DRAFT_PREFIX + key, text);
  } catch (error) {
    // The browser's own bound, which is the storage's alone to know.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What was kept under this key; null where nothing was, or nothing that can be read. */
export function findDraft(storage: DraftStorage, key: string): KeptDraft | null {
  return read(storage.getItem(DRAFT_PREFIX + key));
}

export function forgetDraft(storage: DraftStorage, key: string): void {
  storage.removeItem(DRAFT_PREFIX + key);
}

function ageOf(storage: DraftStorage, key: string): number {
  return read(storage.getItem(key))?.at ?? 0;
}

function read(text: string | null): KeptDraft | null {
  const kept = parse(text);
  if (!isObject(kept) || !isObject(kept['draft'])) return null;
  const { title, at, from, draft } = kept;
  if (typeof title !== 'string' || typeof at !== 'number' || typeof from !== 'string') return null;
  const sections: Record<string, unknown> = draft;
  return { title, at, from, draft: draftOf(({ name }) => entriesOf(sections[name])) };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    // Something else wrote there.
    return null;
  }
}

function entriesOf(value: unknown): DraftEntry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is DraftEntry {
  if (!isObject(value) || typeof value['id'] !== 'string' || !isObject(value['texts'])) return false;
  return Object.values(value['texts']).every((text) => typeof text === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
