import type { LimitName } from '@resumint/errors';

/** What each limit is called, everywhere. */
export const LIMIT_TITLES = {
  tokensPerDay: 'tokens per day',
  costPerDay: 'cost per day',
  tokensPerMonth: 'tokens per month',
  costPerMonth: 'cost per month',
  inFlight: 'calls at once',
  operationsPerDay: 'calls of this operation per day',
} as const satisfies Record<LimitName, string>;
