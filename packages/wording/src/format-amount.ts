import type { LimitDenial } from '@resumint/errors';
import { formatCount } from './format-count.ts';
import { formatMoney, type Rounding } from './format-money.ts';

/** An amount of a limit, in its unit; null is unlimited. */
export function formatAmount(amount: bigint | null, unit: LimitDenial['unit'], rounding?: Rounding): string {
  if (amount === null) return 'unlimited';
  return unit === 'nanos' ? formatMoney(amount, rounding) : formatCount(amount);
}
