import type { Summary } from './answers.ts';

/** What of a summary tells when it changes next. */
type Moving = Pick<Summary, 'at' | 'inFlight'> & Record<'day' | 'month', Pick<Summary['day'], 'resetsAt'>>;

/** While a call runs, here or elsewhere. */
const RUNNING_MS = 1_500;
/** While the last answer was a failure. */
const FAILED_MS = 4_000;
/** What another device does is seen this late at most. */
const IDLE_MS = 60_000;
/** The server's clock may be behind the browser's by a little. */
const AFTER_RESET_MS = 1_000;

/** When the numbers on a screen are asked for again: soon while they move, and when a window resets. */
export function nextRefreshMs(state: { data: Moving | undefined; hasFailed: boolean }): number {
  const { data, hasFailed } = state;
  if (hasFailed) return FAILED_MS;
  if (!data) return IDLE_MS;
  if (data.inFlight.running > 0) return RUNNING_MS;
  const untilResetMs =
    Math.min(data.day.resetsAt.getTime(), data.month.resetsAt.getTime()) - data.at.getTime();
  return Math.min(IDLE_MS, Math.max(0, untilResetMs) + AFTER_RESET_MS);
}
