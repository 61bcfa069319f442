import { priceCall } from '../prices/price.ts';
import type { PriceList } from '../prices/price-book.ts';
import { LEAST_CALLS } from './least-calls.ts';
import type { RecentCall } from './recent-calls.ts';

/** A cap that frees what is held and never used. What is spent stays, unless an answer would have been cut. */
export interface ShorterOutput {
  maxOutputTokens: number;
  /** Calls that would have held less. */
  calls: number;
  /** All that are known of the operation. */
  callsOfOperation: number;
  /** Those whose answers are longer than the cap, and would have been cut off. */
  callsCut: number;
  /** What they would have held less in all, each while it ran. */
  freedTokens: number;
  freedNanos: bigint;
}

const SHARE_OF_ANSWERS = 0.99;
/** Above the longest of those answers, in percent. */
const ROOM_PERCENT = 110;
const STEP = 10;
/** A cap that frees less of what is held for an answer is not worth a word. */
const LEAST_FREED_SHARE = 0.1;

/**
 * A cap just above what 99 of 100 answers took, and no smaller than suits any call of the operation. Null where the
 * calls are too few, or already hold little more than they use.
 */
export function shorterOutput(
  calls: readonly RecentCall[],
  { smallestCap, prices }: { smallestCap: number; prices: PriceList },
): ShorterOutput | null {
  if (calls.length < LEAST_CALLS) return null;
  const sizes = calls.map(({ outputTokens }) => outputTokens).toSorted((left, right) => left - right);
  const longest = sizes[Math.ceil(sizes.length * SHARE_OF_ANSWERS) - 1] ?? 0;
  const withRoom = Math.ceil((longest * ROOM_PERCENT) / 100 / STEP) * STEP;
  const maxOutputTokens = Math.max(smallestCap, withRoom);
  const capped = calls.filter(({ heldOutputTokens }) => heldOutputTokens > maxOutputTokens);
  const held = calls.reduce((sum, { heldOutputTokens }) => sum + heldOutputTokens, 0);
  const freedTokens = capped.reduce((sum, call) => sum + call.heldOutputTokens - maxOutputTokens, 0);
  if (capped.length < LEAST_CALLS || freedTokens < held * LEAST_FREED_SHARE) return null;
  return {
    maxOutputTokens,
    calls: capped.length,
    callsOfOperation: calls.length,
    callsCut: capped.filter(({ outputTokens }) => outputTokens > maxOutputTokens).length,
    freedTokens,
    freedNanos: capped.reduce((sum, call) => sum + freedBy(call, maxOutputTokens, prices), 0n),
  };
}

function freedBy(call: RecentCall, maxOutputTokens: number, prices: PriceList): bigint {
  const price = prices.priceOfVersion(call.model, call.priceVersion);
  const heldWith = (outputTokens: number) =>
    priceCall(price, {
      inputTokens: call.heldInputTokens,
      cachedInputTokens: 0,
      outputTokens,
      reasoningTokens: 0,
    }).costNanos;
  return heldWith(call.heldOutputTokens) - heldWith(maxOutputTokens);
}
