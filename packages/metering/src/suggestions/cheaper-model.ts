import { priceCall, type Price } from '../prices/price.ts';
import type { TokenCounts } from '../stream/fact.ts';
import { NOT_MADE, type UsageRow } from '../usage/count-usage.ts';
import { LEAST_CALLS } from './least-calls.ts';

export interface CheaperModel {
  /** The calls that would have been made with it, and all of the operation. */
  calls: number;
  callsOfOperation: number;
  chargedNanos: bigint;
  /** At least this much less, had each call taken the same tokens. */
  savedNanos: bigint;
}

/**
 * What the calls of an operation with a model would have cost with another, at its price in force. Null where they are
 * too few, or would not have been cheaper. Calls of which no tokens by class are known are left out.
 */
export function cheaperModel(
  rows: readonly UsageRow[],
  { operation, model, other }: { operation: string; model: string; other: Price },
): CheaperModel | null {
  const made = rows.filter((row) => row.operation === operation && !NOT_MADE.includes(row.outcome));
  const known = made.filter(
    (row) => row.model === model && row.inputTokens + row.outputTokens === row.tokens,
  );
  const calls = callsIn(known);
  const chargedNanos = known.reduce((sum, { costNanos }) => sum + costNanos, 0n);
  const savedNanos = chargedNanos - mostFor(other, { tokens: sumTokens(known), calls });
  if (calls < LEAST_CALLS || savedNanos <= 0n) return null;
  return { calls, callsOfOperation: callsIn(made), chargedNanos, savedNanos };
}

/**
 * The most that calls of these tokens in all could cost: in the band for the longest prompts, which is the dearest,
 * and with each call rounded up by almost a nano-dollar.
 */
function mostFor(price: Price, { tokens, calls }: { tokens: TokenCounts; calls: number }): bigint {
  const [first, ...others] = price.bands;
  const dearest = { ...price, bands: [others.at(-1) ?? first] } satisfies Price;
  return priceCall(dearest, tokens).costNanos + BigInt(Math.max(0, calls - 1));
}

function callsIn(rows: readonly UsageRow[]): number {
  return rows.reduce((sum, { calls }) => sum + calls, 0);
}

function sumTokens(rows: readonly UsageRow[]): TokenCounts {
  return rows.reduce(
    (sum, row) => ({
      inputTokens: sum.inputTokens + row.inputTokens,
      cachedInputTokens: sum.cachedInputTokens + row.cachedInputTokens,
      outputTokens: sum.outputTokens + row.outputTokens,
      reasoningTokens: sum.reasoningTokens + row.reasoningTokens,
    }),
    { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 },
  );
}
