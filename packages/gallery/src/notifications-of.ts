import { toNotification } from '@resumint/api';
import type { Outputs } from '@resumint/client';
import type { ReadReplay } from '@resumint/metering/replay';
import { NOW } from './clock.ts';

export const NOTIFICATIONS_SHOWN = 20;

/** What the person was told of by now. What is older than the running day, they have read. */
export function notificationsOf({ alerts, state }: ReadReplay): Outputs['notifications']['list'] {
  const now = new Date(NOW);
  const readUntil = new Date(state.day.startsAt);
  const told = alerts
    .filter(({ at }) => at <= now)
    .map((alert) => toNotification({ ...alert, readAt: alert.at < readUntil ? alert.at : null }))
    .toSorted((left, right) => right.at.getTime() - left.at.getTime() || right.seq - left.seq);
  const unread = told.filter(({ isRead }) => !isRead);
  const [newest] = unread;
  const coming = alerts.filter(({ at }) => at > now).map(({ at }) => at.getTime());
  return {
    notifications: told.slice(0, NOTIFICATIONS_SHOWN),
    unread: unread.length,
    seenUpTo: newest ? { at: newest.at, seq: newest.seq } : null,
    nextCursor: null,
    now,
    nextAt: coming.length === 0 ? null : new Date(Math.min(...coming)),
    isMoreComing: false,
  };
}
