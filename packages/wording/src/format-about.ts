import { formatCount } from './format-count.ts';
import { formatPrice } from './format-price.ts';

const SIGNIFICANT_DIGITS = 3;

/** An amount that is not known exactly, with no more digits than can be meant; rounded as it is asked for. */
export function formatAbout(
  amount: bigint,
  unit: 'tokens' | 'nanos',
  rounding: 'up' | 'down' = 'up',
): string {
  if (unit === 'nanos') return formatPrice(amount, rounding);
  const step = 10n ** BigInt(Math.max(0, String(amount).length - SIGNIFICANT_DIGITS));
  const rest = amount % step;
  return formatCount(amount - rest + (rest > 0n && rounding === 'up' ? step : 0n));
}
