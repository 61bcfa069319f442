import type { Denial, WindowLimit } from '../answers.ts';

/** How each limit is named on the command line, and in what. */
export const LIMIT_FLAGS = {
  tokensPerDay: { flag: 'tokens-per-day', unit: 'tokens' },
  costPerDay: { flag: 'cost-per-day', unit: 'nanos' },
  tokensPerMonth: { flag: 'tokens-per-month', unit: 'tokens' },
  costPerMonth: { flag: 'cost-per-month', unit: 'nanos' },
} as const satisfies Record<WindowLimit, { flag: string; unit: Denial['unit'] }>;

export const WINDOW_LIMITS = [
  'tokensPerDay',
  'costPerDay',
  'tokensPerMonth',
  'costPerMonth',
] as const satisfies WindowLimit[];

export const isWindowLimit = (limit: Denial['limit']): limit is WindowLimit =>
  Object.hasOwn(LIMIT_FLAGS, limit);
