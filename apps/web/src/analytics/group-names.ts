import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { Grouping } from './answers.ts';

const ADJUSTMENT = 'adjustment';
const OTHER = 'other';

/** How calls end, as the record calls it. */
const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  completed: 'Completed',
  stopped: 'Stopped',
  lost: 'Lost',
  unusable: 'No usable answer',
  expired: 'Expired',
  failed: 'Failed, not charged',
  abandoned: 'Given up, not charged',
};

export function groupName(grouping: Grouping, name: string): string {
  if (name === ADJUSTMENT) return 'Adjusted by an admin';
  if (name === OTHER) return 'All others';
  switch (grouping) {
    case 'operation':
      return OPERATION_NAMES[name] ?? name;
    case 'outcome':
      return OUTCOME_NAMES[name] ?? name;
    case 'model':
      return name;
  }
}
