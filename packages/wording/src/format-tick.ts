import { formatMoney } from './format-money.ts';

const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** A round amount beside an axis, where there is little room. */
export function formatTick(amount: number, unit: 'cost' | 'tokens' | 'calls'): string {
  return unit === 'cost' ? formatMoney(BigInt(Math.round(amount))) : COMPACT.format(amount);
}
