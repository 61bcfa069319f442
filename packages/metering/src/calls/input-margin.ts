import type { PlannedCall } from './planned-call.ts';

/** Room for input that a provider counts and we do not, as this process has seen it. */
export interface InputMargin {
  /** The call with as much more input as its model was found to need. Quotes and holds are both made of this. */
  widen: (call: PlannedCall) => PlannedCall;
  /** Hears how much input a provider reported of a call that `widen` gave. */
  learn: (call: PlannedCall, reportedInputTokens: number) => void;
}

/** So that one odd report does not take everybody's room. */
const MOST_PERCENT = 50;

/**
 * Counts nothing more until a provider reports more input than was held for it, and from then on that much more for
 * every call of the model, at most half again. Each process learns for itself and forgets when it ends: what a provider
 * counts is to be put right in the operation's own estimate.
 */
export function createInputMargin(): InputMargin {
  const percents = new Map<string, number>();
  /** What a call was counted at. The margin may have grown twice before its provider reports. */
  const counted = new WeakMap<PlannedCall, number>();
  const percentOf = ({ request }: PlannedCall) => percents.get(request.model) ?? 0;
  return {
    widen(call) {
      const inputTokens = Math.ceil((call.inputTokens * (100 + percentOf(call))) / 100);
      const widened = { ...call, inputTokens };
      counted.set(widened, call.inputTokens);
      return widened;
    },
    learn(call, reportedInputTokens) {
      if (reportedInputTokens <= call.inputTokens) return;
      const needed = Math.ceil((reportedInputTokens * 100) / (counted.get(call) ?? call.inputTokens)) - 100;
      percents.set(call.request.model, Math.min(Math.max(needed, percentOf(call)), MOST_PERCENT));
    },
  };
}
