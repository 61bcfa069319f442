/** The four window limits and the unit of each: tokens, or nano-dollars. */
export const WINDOW_LIMITS = {
  tokensPerDay: { window: 'day', unit: 'tokens' },
  costPerDay: { window: 'day', unit: 'nanos' },
  tokensPerMonth: { window: 'month', unit: 'tokens' },
  costPerMonth: { window: 'month', unit: 'nanos' },
} as const;

export type WindowLimit = keyof typeof WINDOW_LIMITS;

export const WINDOW_LIMIT_NAMES = [
  'tokensPerDay',
  'costPerDay',
  'tokensPerMonth',
  'costPerMonth',
] as const satisfies WindowLimit[];

/** Null is unlimited, 0 is none. */
export type Limits = Record<WindowLimit, bigint | null>;
