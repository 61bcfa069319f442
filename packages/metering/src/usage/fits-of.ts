import type { CallHistory } from '../calls/call-history.ts';
import { typicalCall } from '../choices/typical-call.ts';
import type { PriceList } from '../prices/price-book.ts';
import { priceCall } from '../prices/price.ts';
import type { TokenCounts } from '../stream/fact.ts';
import type { Amount, State } from '../stream/state.ts';
import { fit, type Fit } from './fit.ts';

/** An operation as it is usually asked for, and what such a call is held for. */
export interface UsualCall {
  operation: string;
  model: string;
  inputTokens: number;
  maxOutputTokens: number;
}

export interface OperationFit extends Fit {
  operation: string;
  model: string;
  /** What each such call is held for. */
  hold: Amount;
  /** Whether that goes by the person's own last calls of the kind, or by what is usual. */
  basis: 'history' | 'typical';
}

interface FitsIn {
  /** Advanced to `now`. */
  state: State;
  now: number;
  prices: Pick<PriceList, 'priceOf'>;
  historyOf: (call: UsualCall) => CallHistory | null;
}

/** How many calls of each kind still fit, each as large as the person's own last ones, or as is usual. */
export function fitsOf(
  { state, now, prices, historyOf }: FitsIn,
  usual: readonly UsualCall[],
): OperationFit[] {
  return usual.map((call) => {
    const { operation, model } = call;
    const history = historyOf(call);
    const hold = priceCall(prices.priceOf(model, now), heldFor(call, history));
    const basis = history ? 'history' : 'typical';
    return { operation, model, hold, basis, ...fit(state, { operation, ...hold }) };
  });
}

/** What a call is held for: one like the person's own last ones, or a usual one. */
function heldFor({ inputTokens, maxOutputTokens }: UsualCall, history: CallHistory | null): TokenCounts {
  if (history) return typicalCall(history).held;
  return { inputTokens, outputTokens: maxOutputTokens, cachedInputTokens: 0, reasoningTokens: 0 };
}
