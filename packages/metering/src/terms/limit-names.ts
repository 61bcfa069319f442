import type { LimitName } from '@resumint/errors';

/** As limits are called in messages to a person. */
export const LIMIT_NAMES: Record<LimitName, string> = {
  tokensPerDay: 'daily token limit',
  costPerDay: 'daily cost limit',
  tokensPerMonth: 'monthly token limit',
  costPerMonth: 'monthly cost limit',
  inFlight: 'limit of calls at once',
  operationsPerDay: 'daily limit for this operation',
};
