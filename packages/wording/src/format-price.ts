import { formatMoney, type Rounding } from './format-money.ts';

const SIGNIFICANT_DIGITS = 2;
const CENT = 10_000_000n;

/**
 * Dollars for a price tag: whole cents from a cent on, below that two significant digits. Rounded up unless asked
 * otherwise, so that a tag never says less than what is charged.
 */
export function formatPrice(nanos: bigint, rounding: Exclude<Rounding, 'exact'> = 'up'): string {
  const step = stepOf(nanos);
  const rest = nanos % step;
  return formatMoney(nanos - rest + (rest > 0n && rounding === 'up' ? step : 0n));
}

function stepOf(nanos: bigint): bigint {
  if (nanos >= CENT) return CENT;
  return 10n ** BigInt(Math.max(0, String(nanos).length - SIGNIFICANT_DIGITS));
}
