import type { ActivityPlace } from './activity-address.ts';

const ENTRIES_PER_PAGE = 25;

/** What a page asks for: the same on the server, before its first paint, and in the browser. */
export function activityInput({ query, cursor }: ActivityPlace) {
  return { query, cursor, limit: ENTRIES_PER_PAGE };
}

export const DENIALS_INPUT = { limit: 10 };
