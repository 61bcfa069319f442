import type { Limits } from './limits.ts';

const DOLLAR = 1_000_000_000n;

export interface Plan {
  limits: Limits;
  maxInFlight: number;
}

/** What each plan grants. A version is never edited: streams refer to it. */
export const PLANS = {
  'free@1': {
    limits: {
      tokensPerDay: 10_000n,
      costPerDay: 5n * DOLLAR,
      tokensPerMonth: 100_000n,
      costPerMonth: 50n * DOLLAR,
    },
    maxInFlight: 8,
  },
} as const satisfies Record<string, Plan>;

export type PlanVersion = keyof typeof PLANS;

export const DEFAULT_PLAN: PlanVersion = 'free@1';
