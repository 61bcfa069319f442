import type { LimitName } from '@resumint/errors';

const WHY = {
  tokensPerDay: 'More than was left of the tokens per day',
  costPerDay: 'More than was left of the cost per day',
  tokensPerMonth: 'More than was left of the tokens per month',
  costPerMonth: 'More than was left of the cost per month',
  inFlight: 'As many calls ran as may run at once',
  operationsPerDay: 'The calls of this operation per day were used up',
} as const satisfies Record<LimitName, string>;

/** Why calls were refused that a limit refused. One that is no longer known is named as it was stored. */
export function describeDenial(limit: string): string {
  return isKnown(limit) ? WHY[limit] : `Refused by the limit ${limit}`;
}

function isKnown(limit: string): limit is LimitName {
  return Object.hasOwn(WHY, limit);
}
