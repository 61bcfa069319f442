import { formatCount, formatMoney } from '@resumint/wording';
import type { Unit } from './units.ts';

/** An exact amount where its unit is plain; a dash where there is none. */
export function formatCell(amount: bigint | null, unit: Unit): string {
  if (amount === null) return '–';
  return unit === 'cost' ? formatMoney(amount) : formatCount(amount);
}
