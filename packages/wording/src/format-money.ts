const NANOS_PER_DOLLAR = 1_000_000_000n;
/** A hundredth of a cent. */
const STEP = 100_000n;

export type Rounding = 'exact' | 'up' | 'down';

/**
 * Dollars with at least cents. Exact, or where rounding is asked for with at most four decimals from a dollar on; less
 * than a dollar always has all its digits.
 */
export function formatMoney(nanos: bigint, rounding: Rounding = 'exact'): string {
  const rounded = round(nanos, rounding);
  const amount = sizeOf(rounded);
  const dollars = (amount / NANOS_PER_DOLLAR).toLocaleString('en-US');
  const fraction = (amount % NANOS_PER_DOLLAR).toString().padStart(9, '0').replace(/0+$/, '').padEnd(2, '0');
  return `${rounded < 0n ? '-' : ''}$${dollars}.${fraction}`;
}

function round(nanos: bigint, rounding: Rounding): bigint {
  if (rounding === 'exact' || sizeOf(nanos) < NANOS_PER_DOLLAR) return nanos;
  const above = ((nanos % STEP) + STEP) % STEP;
  if (above === 0n) return nanos;
  return nanos - above + (rounding === 'up' ? STEP : 0n);
}

function sizeOf(nanos: bigint): bigint {
  return nanos < 0n ? -nanos : nanos;
}
