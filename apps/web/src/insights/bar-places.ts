import type { LimitForecast } from './answers.ts';

/** Where the parts of a bar stand, in percent of its length. */
export interface BarPlaces {
  used: number;
  soFar: number;
  low: number;
  expected: number;
  high: number;
  /** Null without a limit. */
  limit: number | null;
}

/** The bar is as long as what is largest: the limit, or what it may come to where that is past it. */
export function barPlaces({ used, soFar, low, expected, high, limit }: LimitForecast): BarPlaces {
  const length = [1n, soFar, high, limit ?? 0n].reduce((most, amount) => (amount > most ? amount : most));
  return {
    used: percentOf(used, length),
    soFar: percentOf(soFar, length),
    low: percentOf(low, length),
    expected: percentOf(expected, length),
    high: percentOf(high, length),
    limit: limit === null ? null : percentOf(limit, length),
  };
}

/** A coordinate, to a hundredth of a percent. What was given back can be more than what was used. */
function percentOf(amount: bigint, length: bigint): number {
  return Math.max(0, Number((amount * 10_000n) / length) / 100);
}
