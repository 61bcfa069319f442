import { OPENAI_PRICES, priceCall, type Price } from '@resumint/metering';
import type { HeavyCall } from './heavy-calls.ts';

const PRICES = new Map(OPENAI_PRICES.map((price) => [price.model, price]));

export function priceOf(model: string): Price {
  const price = PRICES.get(model);
  if (!price) throw new Error(`the seed needs a price for ${model}`);
  return price;
}

const OF_NO_CLASS = { cachedInputTokens: 0, reasoningTokens: 0 };

/** The most that a call can come to: what is held for it. */
export function holdOf({ model, held }: HeavyCall) {
  return { ...held, ...priceCall(priceOf(model), { ...held, ...OF_NO_CLASS }) };
}

/** What a call came to, once that is known. */
export function chargeOf({ model, used }: HeavyCall) {
  const tokens = { ...used, reasoningTokens: 0 };
  return { ...tokens, ...priceCall(priceOf(model), tokens) };
}
