import type { Limits } from './limits.ts';

const DOLLAR = 1_000_000_000n;

export interface Plan {
  limits: Limits;
  maxInFlight: number;
  /** Calls a day by operation; an operation that is not named has no cap of its own. */
  operationsPerDay: Readonly<Record<string, bigint>>;
  pricePerMonthNanos: bigint;
  pricePerYearNanos: bigint;
}

/** What each plan grants and costs, the cheapest first. A version is never edited: streams refer to it. */
export const PLANS = {
  'free@1': {
    limits: {
      tokensPerDay: 10_000n,
      costPerDay: 5n * DOLLAR,
      tokensPerMonth: 100_000n,
      costPerMonth: 50n * DOLLAR,
    },
    maxInFlight: 8,
    operationsPerDay: {},
    pricePerMonthNanos: 0n,
    pricePerYearNanos: 0n,
  },
  'basic@1': {
    limits: {
      tokensPerDay: 50_000n,
      costPerDay: 10n * DOLLAR,
      tokensPerMonth: 1_000_000n,
      costPerMonth: 100n * DOLLAR,
    },
    maxInFlight: 12,
    operationsPerDay: {},
    pricePerMonthNanos: 9n * DOLLAR,
    pricePerYearNanos: 90n * DOLLAR,
  },
  'premium@1': {
    limits: {
      tokensPerDay: 150_000n,
      costPerDay: 25n * DOLLAR,
      tokensPerMonth: 3_000_000n,
      costPerMonth: 250n * DOLLAR,
    },
    maxInFlight: 16,
    operationsPerDay: {},
    pricePerMonthNanos: 29n * DOLLAR,
    pricePerYearNanos: 290n * DOLLAR,
  },
} as const satisfies Record<string, Plan>;

export type PlanVersion = keyof typeof PLANS;

/** The cheapest first. */
export const PLAN_VERSIONS = ['free@1', 'basic@1', 'premium@1'] as const satisfies PlanVersion[];

export const DEFAULT_PLAN: PlanVersion = 'free@1';

export function planOf(version: PlanVersion): Plan {
  return PLANS[version];
}
