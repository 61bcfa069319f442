import type { Notification } from './answers.ts';

/** What tells notifications apart: at one time an entry tells one thing of a limit. */
export function keyOf({ at, seq, limit }: Pick<Notification, 'at' | 'seq' | 'limit'>): string {
  return `${at.getTime()} ${seq} ${limit}`;
}

/** Those of a list that are unread and were not in an earlier one, the newest first. */
export function arrivedSince<Listed extends Pick<Notification, 'at' | 'seq' | 'limit' | 'isRead'>>(
  earlier: readonly Listed[],
  later: readonly Listed[],
): Listed[] {
  const known = new Set(earlier.map(keyOf));
  const newest = Math.max(0, ...earlier.map(({ at }) => at.getTime()));
  // A list is a page: what it shows again because a newer one was read elsewhere is old.
  return later.filter((one) => !one.isRead && !known.has(keyOf(one)) && one.at.getTime() >= newest);
}
