import type { ModelRequest } from '@resumint/ai';
import { priceCall, type Price } from '../prices/price.ts';
import type { CallRequest } from '../stream/assess.ts';
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
  /** With a smaller cap than this the answer is of no use. */
  leastOutputTokens: number;
  /** Models that could do the same, and count tokens alike. */
  otherModels: readonly string[];
  /** The answer that is kept of an earlier call may be given in its place, at no charge. */
  mayReuse?: boolean;
}

/** A call with the price that it is held and charged by. */
export interface PricedCall {
  call: PlannedCall;
  price: Price;
}

/** The most that a call can use: nothing from the cache, and every token of the cap. This is what is held. */
export function worstCase({ call, price }: PricedCall): Amount {
  return priceCall(price, tokensOf(call, call.request.maxOutputTokens));
}

export function expectedCase({ call, price }: PricedCall): Amount {
  return priceCall(price, tokensOf(call, call.expectedOutputTokens));
}

/** What a call asks the limits for. */
export function requestOf(priced: PricedCall): CallRequest {
  return { operation: priced.call.operation, ...worstCase(priced) };
}

export function withOutputCap(call: PlannedCall, maxOutputTokens: number): PlannedCall {
  const expectedOutputTokens = Math.min(call.expectedOutputTokens, maxOutputTokens);
  return { ...call, request: { ...call.request, maxOutputTokens }, expectedOutputTokens };
}

function tokensOf({ inputTokens }: PlannedCall, outputTokens: number) {
  return { inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 };
}
