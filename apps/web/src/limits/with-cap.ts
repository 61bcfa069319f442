import type { UsageOfLimit } from '../usage/answers.ts';

/** The same use under another limit: what the summary would say of it. */
export function withCap(
  usage: UsageOfLimit,
  { cap, warnAtPercent }: { cap: bigint | null; warnAtPercent: number },
): UsageOfLimit {
  const { used, held } = usage;
  if (cap === null) {
    return { used, held, limit: null, remaining: null, percentUsed: null, percentHeld: null, isNear: false };
  }
  const left = cap - used - held;
  const percentUsed = percentOf(used, cap);
  return {
    limit: cap,
    used,
    held,
    remaining: left > 0n ? left : 0n,
    percentUsed,
    percentHeld: percentOf(held, cap),
    isNear: percentUsed >= warnAtPercent,
  };
}

/** To a tenth of a percent, rounded down, as everywhere. A limit of nothing is always used up. */
function percentOf(amount: bigint, cap: bigint): number {
  return cap === 0n ? 100 : Number((amount * 1000n) / cap) / 10;
}
