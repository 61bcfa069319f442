import type { Amount } from '../stream/state.ts';

/** What calls came to, with those among them that were not made: they failed or were given up, and cost nothing. */
export interface Counted extends Amount {
  calls: number;
  notMade: number;
}

export const NOTHING_COUNTED: Counted = { calls: 0, notMade: 0, tokens: 0, costNanos: 0n };

export function plusCounted(left: Counted, right: Counted): Counted {
  return {
    calls: left.calls + right.calls,
    notMade: left.notMade + right.notMade,
    tokens: left.tokens + right.tokens,
    costNanos: left.costNanos + right.costNanos,
  };
}

export function sumCounted(counted: readonly Counted[]): Counted {
  return counted.reduce(plusCounted, NOTHING_COUNTED);
}

export function sumCountedBy<Row extends Counted, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, Counted> {
  const sums = new Map<Key, Counted>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, plusCounted(sums.get(key) ?? NOTHING_COUNTED, row));
  }
  return sums;
}

/** The dearest first; where nothing was charged, what was used most. */
export function byCounted(left: Counted, right: Counted): number {
  if (left.costNanos !== right.costNanos) return left.costNanos < right.costNanos ? 1 : -1;
  return right.tokens - left.tokens || right.calls - left.calls;
}
