import type { TokenCounts } from '../stream/fact.ts';
import type { Amount } from '../stream/state.ts';

/** Nano-dollars a million tokens, for calls of more than `aboveInputTokens` input tokens. */
export interface PriceBand {
  aboveInputTokens: number;
  inputNanosPerMillion: bigint;
  cachedInputNanosPerMillion: bigint;
  outputNanosPerMillion: bigint;
}

/** What a model costs from a time on. Reasoning tokens cost what output costs, and are part of it. */
export interface Price {
  model: string;
  version: string;
  effectiveAt: number;
  /** Ascending, the first above 0. */
  bands: [PriceBand, ...PriceBand[]];
  /** Where these numbers come from. */
  source: string;
}

const MILLION = 1_000_000n;

/** Tokens and cost of a call. The one place that rounds: up, to the next nano-dollar, once a call. */
export function priceCall(price: Price, used: TokenCounts): Amount {
  const band = bandFor(price, used.inputTokens);
  const freshInput = BigInt(used.inputTokens - used.cachedInputTokens);
  const total =
    freshInput * band.inputNanosPerMillion +
    BigInt(used.cachedInputTokens) * band.cachedInputNanosPerMillion +
    BigInt(used.outputTokens) * band.outputNanosPerMillion;
  return { tokens: used.inputTokens + used.outputTokens, costNanos: (total + MILLION - 1n) / MILLION };
}

function bandFor({ bands }: Price, inputTokens: number): PriceBand {
  const [first, ...others] = bands;
  return others.findLast((band) => inputTokens > band.aboveInputTokens) ?? first;
}
