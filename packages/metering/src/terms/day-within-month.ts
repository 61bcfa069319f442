import { AppError } from '@resumint/errors';
import { describeAmount } from './describe-amount.ts';
import { effectiveLimits, type EffectiveLimit } from './effective-limits.ts';
import { LIMIT_NAMES } from './limit-names.ts';
import type { Terms } from './terms.ts';

const PAIRS = [
  ['tokensPerDay', 'tokensPerMonth'],
  ['costPerDay', 'costPerMonth'],
] as const;

/**
 * Gives the changed terms back, or throws `bad_input` where the change has put a day above its month: the day would
 * promise what the month refuses. A person answers for the values that count, an admin for what is granted.
 */
export function dayWithinMonth(
  before: Terms,
  after: Terms,
  of: keyof Pick<EffectiveLimit, 'value' | 'granted'>,
): Terms {
  const [were, are] = [effectiveLimits(before), effectiveLimits(after)];
  for (const [day, month] of PAIRS) {
    const [perDay, perMonth] = [are[day][of], are[month][of]];
    const isChanged = perDay !== were[day][of] || perMonth !== were[month][of];
    if (!isChanged || perMonth === null || (perDay !== null && perDay <= perMonth)) continue;
    const tells = perDay === null ? 'is unlimited' : `is ${describeAmount(day, perDay)}`;
    throw new AppError(
      'bad_input',
      `The ${LIMIT_NAMES[day]} ${tells}, above the ${LIMIT_NAMES[month]} of ${describeAmount(month, perMonth)}. Lower the day with it.`,
    );
  }
  return after;
}
