import { keptKeys } from './kept-keys.ts';

/** Leaves nothing that was typed to whoever uses this browser next. */
export function forgetDrafts(storage: Pick<Storage, 'key' | 'length' | 'removeItem'>): void {
  for (const key of keptKeys(storage)) storage.removeItem(key);
}
