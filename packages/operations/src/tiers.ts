import type { ModelName } from './operation.ts';

/** How good a model is asked for, the cheapest first. */
export const TIERS = ['economy', 'standard', 'best'] as const;
export type Tier = (typeof TIERS)[number];

export const DEFAULT_TIER: Tier = 'standard';

export const MODEL_OF_TIER = {
  economy: 'gpt-4.1-nano',
  standard: 'gpt-4.1-mini',
  best: 'gpt-4.1',
} as const satisfies Record<Tier, ModelName>;
