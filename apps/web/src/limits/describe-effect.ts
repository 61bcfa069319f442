import { formatAmount, formatClock, formatCount } from '@resumint/wording';
import type { UsageOfLimit } from '../usage/answers.ts';
import { DAYS_SHOWN, type PastEffect } from './past-effect.ts';

interface Running {
  unit: 'tokens' | 'nanos';
  resetsAt: Date;
  zone: string;
  isSoft: boolean;
}

/** What a limit would let through for the rest of the running window. */
export function describeNow(
  { limit, used, held, remaining }: UsageOfLimit,
  { unit, resetsAt, zone, isSoft }: Running,
): string {
  const reset = formatClock(resetsAt, zone);
  if (limit === null) return 'Without a limit nothing is refused because of it.';
  if (isSoft) return 'Your limits only warn: calls past it are made all the same, and are charged.';
  if (limit === 0n) return 'With a limit of zero no AI call is admitted at all.';
  if (used >= limit) {
    return `You have already used ${formatAmount(used, unit, 'up')}: nothing more is admitted until it resets ${reset}.`;
  }
  if (used + held >= limit) {
    return `Running calls hold all the rest: nothing more is admitted until they end, or until it resets ${reset}.`;
  }
  return `${formatAmount(remaining, unit, 'down')}${unit === 'tokens' ? ' tokens' : ''} would be left until it resets ${reset}.`;
}

/** What a limit would have met in the last 30 days. */
export function describePast({ days, calls, boundDays, boundCalls }: PastEffect): string {
  const past = `the last ${DAYS_SHOWN} days`;
  if (days === 0) return `You used nothing in ${past}.`;
  if (boundDays === 0) return `In ${past} it would have held nothing up.`;
  const ofCalls = calls === 0 ? '' : `, with ${formatCount(boundCalls)} of ${callsIn(calls)}`;
  return `In ${past} you would have come past it on ${formatCount(boundDays)} of ${daysIn(days)} with use${ofCalls}.`;
}

function daysIn(count: number): string {
  return count === 1 ? '1 day' : `${formatCount(count)} days`;
}

function callsIn(count: number): string {
  return count === 1 ? '1 call' : `${formatCount(count)} calls`;
}
