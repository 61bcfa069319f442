const NANOS_PER_DOLLAR = 1_000_000_000n;

/** Dollars, exactly: at least cents, and as many digits more as the amount has. */
export function formatMoney(nanos: bigint): string {
  const amount = nanos < 0n ? -nanos : nanos;
  const dollars = (amount / NANOS_PER_DOLLAR).toLocaleString('en-US');
  const fraction = (amount % NANOS_PER_DOLLAR).toString().padStart(9, '0').replace(/0+$/, '').padEnd(2, '0');
  return `${nanos < 0n ? '-' : ''}$${dollars}.${fraction}`;
}
