import type { LimitDenial, LimitName } from '@resumint/errors';
import type { UsageOfLimit, WindowUsage } from '@resumint/metering';

type Windows = { day: WindowUsage; month: WindowUsage };

const POLICY_NAMES: Record<LimitName, string> = {
  tokensPerDay: 'tokens-per-day',
  costPerDay: 'nanodollars-per-day',
  tokensPerMonth: 'tokens-per-month',
  costPerMonth: 'nanodollars-per-month',
  inFlight: 'calls-at-once',
  operationsPerDay: 'calls-per-day',
};

/**
 * The RateLimit fields of draft-ietf-httpapi-ratelimit-headers-10: every limit that exists as a policy, and the one of
 * which the least is left as the binding one.
 */
export function rateHeaders({ day, month }: Windows, now: Date): Record<string, string> {
  const limits = [
    describe('tokensPerDay', day, day.tokens),
    describe('costPerDay', day, day.cost),
    describe('tokensPerMonth', month, month.tokens),
    describe('costPerMonth', month, month.cost),
  ].filter((limit) => limit !== null);
  const binding = limits.toSorted((left, right) => right.percent - left.percent)[0];
  if (!binding) return {};
  return {
    'RateLimit-Policy': limits
      .map(({ policy, quota, windowSeconds }) => `"${policy}";q=${quota};w=${windowSeconds}`)
      .join(', '),
    RateLimit: field(binding.policy, binding.remaining, binding.resetsAt, now),
  };
}

/** For a refusal: the limit that bound, and when to come back where time helps. */
export function denialHeaders(denial: LimitDenial, now: Date): Record<string, string> {
  const { limit, remaining, resetsAt } = denial;
  return {
    RateLimit: field(POLICY_NAMES[limit], remaining, resetsAt ?? now, now),
    ...(resetsAt && { 'Retry-After': String(secondsUntil(resetsAt, now)) }),
  };
}

function describe(limit: LimitName, { startsAt, resetsAt }: WindowUsage, usage: UsageOfLimit) {
  if (usage.limit === null || usage.remaining === null) return null;
  return {
    policy: POLICY_NAMES[limit],
    quota: usage.limit,
    remaining: usage.remaining,
    percent: (usage.percentUsed ?? 0) + (usage.percentHeld ?? 0),
    windowSeconds: Math.round((resetsAt.getTime() - startsAt.getTime()) / 1000),
    resetsAt,
  };
}

function field(policy: string, remaining: bigint, resetsAt: Date, now: Date): string {
  return `"${policy}";r=${remaining};t=${secondsUntil(resetsAt, now)}`;
}

function secondsUntil(at: Date, now: Date): number {
  return Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1000));
}
