import type { Ending } from './answers.ts';

/** What the ways in which a call ends are called where one is chosen. */
export const ENDING_NAMES: Record<Ending, string> = {
  completed: 'Completed',
  stopped: 'Stopped',
  lost: 'Lost',
  unusable: 'No usable answer',
  released: 'Failed, not charged',
  expired: 'Expired',
  running: 'Running',
  adjusted: 'Adjusted by an admin',
};

export function isEnding(text: string): text is Ending {
  return Object.hasOwn(ENDING_NAMES, text);
}
