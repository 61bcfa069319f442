import type { LimitDenial } from '@resumint/errors';
import type { Price } from '../prices/price.ts';
import { assess, denialOf } from '../stream/assess.ts';
import type { Amount, State } from '../stream/state.ts';
import { WINDOW_LIMIT_NAMES, type WindowLimit } from '../terms/limits.ts';
import { percentOf } from '../usage/window-usage.ts';
import { expectedCase, worstCase, type PlannedCall } from './planned-call.ts';

export interface LimitEffect {
  limit: WindowLimit;
  percentBefore: number;
  /** After the expected use, and at the worst. */
  percentExpected: number;
  percentAtMost: number;
}

/** What a call would cost and do, before it is made. */
export interface Quote {
  operation: string;
  model: string;
  priceVersion: string;
  maxOutputTokens: number;
  expected: Amount;
  atMost: Amount;
  /** Limits that exist, the one that the call fills most first. */
  effects: LimitEffect[];
  /** Why the call would be refused now; null when it would be admitted. */
  denial: LimitDenial | null;
}

/** Quotes a call in a state that was advanced to now, with the amounts and the test that the hold uses. */
export function quote(state: State, call: PlannedCall, price: Price): Quote {
  const atMost = worstCase(call, price);
  const expected = expectedCase(call, price);
  return {
    operation: call.operation,
    model: price.model,
    priceVersion: price.version,
    maxOutputTokens: call.request.maxOutputTokens,
    expected,
    atMost,
    effects: effectsOf(state, expected, atMost),
    denial: denialOf(state, atMost),
  };
}

function effectsOf(state: State, expected: Amount, atMost: Amount): LimitEffect[] {
  const [asExpected, atWorst] = [assess(state, expected), assess(state, atMost)];
  return WINDOW_LIMIT_NAMES.flatMap((limit) => {
    const { allowed, spent, held } = atWorst[limit];
    const percentAfter = (requested: bigint) => percentOf(spent + held + requested, allowed);
    const percentBefore = percentAfter(0n);
    const percentExpected = percentAfter(asExpected[limit].requested);
    const percentAtMost = percentAfter(atWorst[limit].requested);
    if (percentBefore === null || percentExpected === null || percentAtMost === null) return [];
    return [{ limit, percentBefore, percentExpected, percentAtMost }];
  }).sort((left, right) => right.percentAtMost - left.percentAtMost);
}
