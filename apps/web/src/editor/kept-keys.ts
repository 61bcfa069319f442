export const DRAFT_PREFIX = 'resumint-draft:';

/** Under which keys drafts are kept in this tab. */
export function keptKeys(storage: Pick<Storage, 'key' | 'length'>): string[] {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '');
  return keys.filter((key) => key.startsWith(DRAFT_PREFIX));
}
