import type { ModelRequest } from '@resumint/ai';
import { priceCall, type Price } from '../prices/price.ts';
import type { Amount } from '../stream/state.ts';

/** A call that is ready to be made, and what is known of its size beforehand. */
export interface PlannedCall {
  operation: string;
  /** The document or resume that it is about. */
  subjectId: string;
  request: ModelRequest;
  /** As the model's tokenizer counts, plus a margin for what the provider adds: an upper bound. */
  inputTokens: number;
  /** What such a call usually answers; at most the request's cap. */
  expectedOutputTokens: number;
}

/** The most that a call can use: nothing from the cache, and every token of the cap. This is what is held. */
export function worstCase(call: PlannedCall, price: Price): Amount {
  return priceCall(price, tokensOf(call, call.request.maxOutputTokens));
}

export function expectedCase(call: PlannedCall, price: Price): Amount {
  return priceCall(price, tokensOf(call, call.expectedOutputTokens));
}

function tokensOf({ inputTokens }: PlannedCall, outputTokens: number) {
  return { inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 };
}
