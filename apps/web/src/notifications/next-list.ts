import type { NotificationList } from './answers.ts';

/** What of a list tells when there is more to tell. */
type Moving = Pick<NotificationList, 'isMoreComing' | 'nextAt' | 'now'>;

/** While a threshold was crossed of which the list does not tell yet. */
const COMING_MS = 1_500;
const FAILED_MS = 8_000;
/** What another device does is seen this late at most. */
const IDLE_MS = 60_000;
/** The server's clock may be behind the browser's by a little. */
const AFTER_MS = 1_000;

/** When notifications are asked for again: soon while one is on its way, and when a window ends of which one tells. */
export function nextListMs(state: { data: Moving | undefined; hasFailed: boolean }): number {
  const { data, hasFailed } = state;
  if (hasFailed) return FAILED_MS;
  if (!data) return IDLE_MS;
  if (data.isMoreComing) return COMING_MS;
  if (data.nextAt === null) return IDLE_MS;
  const untilNextMs = Math.max(0, data.nextAt.getTime() - data.now.getTime());
  return Math.min(IDLE_MS, untilNextMs + AFTER_MS);
}
