import type { LimitDenial, LimitName } from '@resumint/errors';
import type { UsageOfLimit, WindowUsage } from '@resumint/metering';

type Windows = { day: WindowUsage; month: WindowUsage };

/** The greatest integer of structured fields: RFC 9651, 3.3.1. */
const MOST = 999_999_999_999_999n;

const POLICY_NAMES: Record<LimitName, string> = {
  tokensPerDay: 'tokens-per-day',
  costPerDay: 'nanodollars-per-day',
  tokensPerMonth: 'tokens-per-month',
  costPerMonth: 'nanodollars-per-month',
  inFlight: 'calls-at-once',
  operationsPerDay: 'calls-per-day',
};

/**
 * The RateLimit fields of draft-ietf-httpapi-ratelimit-headers-10: every limit of a window that exists as a policy, and
 * the one of which the least is left as the binding one.
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
    'RateLimit-Policy': limits.map(policyField).join(', '),
    RateLimit: field(binding.policy, binding.remaining, secondsUntil(binding.resetsAt, now)),
  };
}

/** For a refusal: the limit that bound, and when to come back where time helps. */
export function denialHeaders(denial: LimitDenial, now: Date): Record<string, string> {
  const { limit, allowed, remaining, window, resetsAt } = denial;
  const policy = POLICY_NAMES[limit];
  const windowSeconds = window && secondsBetween(window.startsAt, window.endsAt);
  return {
    'RateLimit-Policy': policyField({ policy, quota: allowed, windowSeconds }),
    RateLimit: field(policy, remaining, resetsAt && secondsUntil(resetsAt, now)),
    ...(resetsAt && retryHeaders(resetsAt, now)),
  };
}

/** For a refusal that carries no more than when to come back. */
export function retryHeaders(retryAt: Date, now: Date): Record<string, string> {
  return { 'Retry-After': String(secondsUntil(retryAt, now)) };
}

function describe(limit: LimitName, { startsAt, resetsAt }: WindowUsage, usage: UsageOfLimit) {
  if (usage.limit === null || usage.remaining === null) return null;
  return {
    policy: POLICY_NAMES[limit],
    quota: usage.limit,
    remaining: usage.remaining,
    percent: (usage.percentUsed ?? 0) + (usage.percentHeld ?? 0),
    windowSeconds: secondsBetween(startsAt, resetsAt),
    resetsAt,
  };
}

interface Policy {
  policy: string;
  quota: bigint;
  windowSeconds: number | null;
}

function policyField({ policy, quota, windowSeconds }: Policy): string {
  return `"${policy}";q=${integer(quota)}${windowSeconds === null ? '' : `;w=${windowSeconds}`}`;
}

/** Without a time where none frees the limit. */
function field(policy: string, remaining: bigint, seconds: number | null): string {
  return `"${policy}";r=${integer(remaining)}${seconds === null ? '' : `;t=${seconds}`}`;
}

function integer(amount: bigint): bigint {
  return amount > MOST ? MOST : amount;
}

function secondsBetween(startsAt: Date, endsAt: Date): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 1000);
}

function secondsUntil(at: Date, now: Date): number {
  return Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1000));
}
