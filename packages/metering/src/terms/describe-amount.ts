import { WINDOW_LIMITS, type WindowLimit } from './limits.ts';

const NANOS_PER_DOLLAR = 1_000_000_000n;
const FRACTION_DIGITS = 9;
const FEWEST_CENTS = 2;

/** An amount of a limit as a sentence names it: `10,000 tokens` or `$5.00`, exact. */
export function describeAmount(limit: WindowLimit, amount: bigint): string {
  if (WINDOW_LIMITS[limit].unit === 'tokens') return `${amount.toLocaleString('en-US')} tokens`;
  const fraction = (amount % NANOS_PER_DOLLAR)
    .toString()
    .padStart(FRACTION_DIGITS, '0')
    .replace(/0+$/, '')
    .padEnd(FEWEST_CENTS, '0');
  return `$${(amount / NANOS_PER_DOLLAR).toLocaleString('en-US')}.${fraction}`;
}
