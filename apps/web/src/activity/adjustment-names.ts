import type { ListedAdjustment } from './answers.ts';

export const ADJUSTMENT_REASONS: Record<ListedAdjustment['reason'], string> = {
  refund: 'Refund',
  repair: 'Repair',
  goodwill: 'Goodwill',
};

/** Where an adjustment counts. */
export const ADJUSTMENT_SCOPES: Record<ListedAdjustment['scope'], string> = {
  day: 'in its day and month',
  month: 'in its month',
  lifetime: 'in your totals alone',
};
