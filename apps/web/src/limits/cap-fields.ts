import type { Unit, WindowLimit } from '../usage/answers.ts';

interface CapFieldOf {
  title: string;
  unit: Unit;
  window: 'day' | 'month';
}

/** The limits that a person can lower, as they stand on the page. */
export const CAP_FIELDS = {
  tokensPerDay: { title: 'Tokens', unit: 'tokens', window: 'day' },
  costPerDay: { title: 'Cost', unit: 'nanos', window: 'day' },
  tokensPerMonth: { title: 'Tokens', unit: 'tokens', window: 'month' },
  costPerMonth: { title: 'Cost', unit: 'nanos', window: 'month' },
} as const satisfies Record<WindowLimit, CapFieldOf>;

export const CAP_NAMES = [
  'tokensPerDay',
  'costPerDay',
  'tokensPerMonth',
  'costPerMonth',
] as const satisfies WindowLimit[];
