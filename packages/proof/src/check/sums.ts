import type { WindowLimit } from '@resumint/metering';

export interface Sum {
  tokens: number;
  nanos: bigint;
}

/** What was spent and is held in one window. */
export interface WindowSum {
  spent: Sum;
  held: Sum;
}

/** Spending by the windows that admitted it, added up entry by entry. */
export interface Sums {
  day(startsAt: Date): WindowSum;
  month(startsAt: Date): WindowSum;
}

export function createSums(): Sums {
  const windows = new Map<string, WindowSum>();
  const windowOf = (key: string) => {
    const known = windows.get(key) ?? { spent: noSum(), held: noSum() };
    windows.set(key, known);
    return known;
  };
  return {
    day: (startsAt) => windowOf(`day ${startsAt.getTime()}`),
    month: (startsAt) => windowOf(`month ${startsAt.getTime()}`),
  };
}

export function noSum(): Sum {
  return { tokens: 0, nanos: 0n };
}

export function addTo(sum: Sum, { tokens, nanos }: Sum, sign: 1 | -1 = 1): void {
  sum.tokens += tokens * sign;
  sum.nanos += nanos * BigInt(sign);
}

/** What counts against a limit of a window, in the limit's own unit. */
export function inUnitOf(limit: WindowLimit, { tokens, nanos }: Sum): bigint {
  return limit === 'tokensPerDay' || limit === 'tokensPerMonth' ? BigInt(tokens) : nanos;
}

export function isOfDay(limit: WindowLimit): boolean {
  return limit === 'tokensPerDay' || limit === 'costPerDay';
}
