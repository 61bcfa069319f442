import type { LimitDenial, LimitName } from '@resumint/errors';
import { priceCall, type Price } from '../prices/price.ts';
import { assess, assessOperations } from '../stream/assess.ts';
import { denialOf } from '../stream/denial.ts';
import { toleratedExcess } from '../stream/excess.ts';
import type { Amount, State } from '../stream/state.ts';
import { WINDOW_LIMIT_NAMES, type WindowLimit } from '../terms/limits.ts';
import type { Enforcement } from '../terms/terms.ts';
import { percentOf } from '../usage/window-usage.ts';
import { expectedTokens, type CallHistory } from './call-history.ts';
import { offerWays } from './offer-ways.ts';
import { expectedCase, requestOf, worstCase, type PricedCall } from './planned-call.ts';

export interface LimitEffect {
  limit: WindowLimit | 'operationsPerDay';
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
  /** What `expected` goes by: the person's own last calls of the kind, or what such a call usually answers. */
  basis: 'history' | 'estimate';
  /** How many of their calls it goes by; 0 for an estimate. */
  n: number;
  atMost: Amount;
  /** Limits that exist, the one that the call fills most first. */
  effects: LimitEffect[];
  /** The limit that binds: by which it would be refused or is exceeded, else the one that it fills most. */
  binding: LimitName | null;
  /** Soft limits refuse nothing: they warn, and are told of on the receipt. */
  enforcement: Enforcement;
  /** The limit that the call would go past and be admitted all the same; null where limits are hard. */
  exceeds: LimitName | null;
  /** Why the call would be refused now; null when it would be admitted. */
  denial: LimitDenial | null;
}

/** What a quote is made from, beside the state. */
export interface QuoteOf extends PricedCall {
  otherPrices: readonly Price[];
  history: CallHistory | null;
}

/** Quotes a call in a state that was advanced to now, with the amounts and the test that the hold uses. */
export function quote(state: State, { history, ...of }: QuoteOf): Quote {
  const { call, price } = of;
  const request = requestOf(of);
  const atMost = worstCase(of);
  const expected = history ? priceCall(price, expectedTokens(call, history)) : expectedCase(of);
  const denial = denialOf(state, request);
  const exceeds = toleratedExcess(state, request);
  const effects = effectsOf(state, call.operation, { expected, atMost });
  return {
    operation: call.operation,
    model: price.model,
    priceVersion: price.version,
    maxOutputTokens: call.request.maxOutputTokens,
    expected,
    basis: history ? 'history' : 'estimate',
    n: history?.calls ?? 0,
    atMost,
    effects,
    binding: denial?.limit ?? exceeds ?? effects[0]?.limit ?? null,
    enforcement: state.terms.inForce.enforcement,
    exceeds,
    denial: denial && offerWays(state, denial, of),
  };
}

function effectsOf(
  state: State,
  operation: string,
  { expected, atMost }: Pick<Quote, 'expected' | 'atMost'>,
): LimitEffect[] {
  const [asExpected, atWorst] = [assess(state, expected), assess(state, atMost)];
  const ofWindows = WINDOW_LIMIT_NAMES.map((limit) => ({
    ...atWorst[limit],
    expected: asExpected[limit].requested,
  }));
  const ofOperation = assessOperations(state)
    .filter((standing) => standing.operation === operation)
    .map((standing) => ({ ...standing, expected: standing.requested }));
  return [...ofWindows, ...ofOperation]
    .flatMap(({ limit, allowed, spent, held, requested, expected: expectedAmount }) => {
      const percentAfter = (amount: bigint) => percentOf(spent + held + amount, allowed);
      const percentBefore = percentAfter(0n);
      const percentExpected = percentAfter(expectedAmount);
      const percentAtMost = percentAfter(requested);
      if (percentBefore === null || percentExpected === null || percentAtMost === null) return [];
      return [{ limit, percentBefore, percentExpected, percentAtMost }];
    })
    .sort((left, right) => right.percentAtMost - left.percentAtMost);
}
