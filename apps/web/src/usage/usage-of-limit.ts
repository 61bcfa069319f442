import type { Summary, UsageOfLimit, WindowLimit } from './answers.ts';

const PLACES = {
  tokensPerDay: ['day', 'tokens'],
  costPerDay: ['day', 'cost'],
  tokensPerMonth: ['month', 'tokens'],
  costPerMonth: ['month', 'cost'],
} as const satisfies Record<WindowLimit, readonly ['day' | 'month', 'tokens' | 'cost']>;

export function usageOfLimit(summary: Pick<Summary, 'day' | 'month'>, limit: WindowLimit): UsageOfLimit {
  const [window, unit] = PLACES[limit];
  return summary[window][unit];
}
