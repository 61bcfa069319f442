const NANOS_PER_DOLLAR = 1_000_000_000n;

/** Nano-dollars as a decimal number of dollars, without loss: `-0.0042`. */
export function toDollars(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const fraction = String(size % NANOS_PER_DOLLAR)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const point = fraction === '' ? '' : `.${fraction}`;
  return `${nanos < 0n ? '-' : ''}${size / NANOS_PER_DOLLAR}${point}`;
}
