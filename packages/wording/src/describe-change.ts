import { formatCount } from './format-count.ts';

/** From here on a change is told in times. */
const MANY_PERCENT = 1_000n;

/** How an amount has changed, in whole percent; less than half a percent is no change that is told. */
export function describeChange(now: bigint, before: bigint): string {
  if (now === 0n && before === 0n) return 'nothing before either';
  if (now === before) return 'the same as before';
  if (before <= 0n || now < 0n) return before === 0n ? 'nothing before' : 'not to be compared';
  if (now === 0n) return 'nothing now';
  const percent = ((now - before) * 200n + (now > before ? before : -before)) / (before * 2n);
  if (percent === 0n) return 'about the same as before';
  if (percent >= MANY_PERCENT) return `${formatCount(now / before)} times as much as before`;
  return percent > 0n ? `${percent} % more than before` : `${-percent} % less than before`;
}
