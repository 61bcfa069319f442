import type { LimitDenial, LimitName } from '@resumint/errors';
import { priceCall, type Price } from '../prices/price.ts';
import { assess, assessOperations } from '../stream/assess.ts';
import { denialOf } from '../stream/denial.ts';
import { toleratedExcess } from '../stream/excess.ts';
import { NOTHING, type Amount, type State } from '../stream/state.ts';
import { WINDOW_LIMITS, WINDOW_LIMIT_NAMES, type WindowLimit } from '../terms/limits.ts';
import type { Enforcement } from '../terms/terms.ts';
import { percentOf } from '../usage/window-usage.ts';
import { expectedTokens, type CallHistory } from './call-history.ts';
import { offerWays } from './offer-ways.ts';
import { expectedCase, requestOf, worstCase, type PricedCall } from './planned-call.ts';
import type { EarlierCall } from './receipt.ts';

export interface LimitEffect {
  limit: WindowLimit | 'operationsPerDay';
  percentBefore: number;
  /** After the expected use, and at the worst. */
  percentExpected: number;
  percentAtMost: number;
}

/** A share of a limit from which on the person is warned. */
export interface WarningCrossed {
  limit: WindowLimit;
  warnAtPercent: number;
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
  /** Warnings that are not due yet, and would be if the call came to the most that it can. */
  crosses: WarningCrossed[];
  /** The limit that binds: by which it would be refused or is exceeded, else the one that it fills most. */
  binding: LimitName | null;
  /** Soft limits refuse nothing: they warn, and are told of on the receipt. */
  enforcement: Enforcement;
  /** The limit that the call would go past and be admitted all the same; null where limits are hard. */
  exceeds: LimitName | null;
  /** Why the call would be refused now; null when it would be admitted. */
  denial: LimitDenial | null;
  /** The earlier call whose kept answer would be given, at no charge; null where a model would be called. */
  answeredFrom: EarlierCall | null;
}

/** What a quote is made from, beside the state. */
export interface QuoteOf extends PricedCall {
  otherPrices: readonly Price[];
  history: CallHistory | null;
  /** An earlier call that would be answered from. */
  answered?: EarlierCall | null;
}

/** Quotes a call in a state that was advanced to now, with the amounts and the test that the hold uses. */
export function quote(state: State, { history, answered = null, ...of }: QuoteOf): Quote {
  if (answered) return quoteOfReuse(state, of, answered);
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
    crosses: crossedBy(state, effects),
    binding: denial?.limit ?? exceeds ?? effects[0]?.limit ?? null,
    enforcement: state.terms.inForce.enforcement,
    exceeds,
    denial: denial && offerWays(state, denial, of),
    answeredFrom: null,
  };
}

/** Nothing would be held or charged, so there is no limit that it could be refused by. */
function quoteOfReuse(
  state: State,
  { call, price }: PricedCall,
  { operationId, startedAt }: EarlierCall,
): Quote {
  const effects = effectsOf(state, call.operation, { expected: NOTHING, atMost: NOTHING });
  return {
    operation: call.operation,
    model: price.model,
    priceVersion: price.version,
    maxOutputTokens: call.request.maxOutputTokens,
    expected: NOTHING,
    basis: 'history',
    n: 1,
    atMost: NOTHING,
    effects: effects.map((effect) => ({
      ...effect,
      percentExpected: effect.percentBefore,
      percentAtMost: effect.percentBefore,
    })),
    crosses: [],
    binding: effects[0]?.limit ?? null,
    enforcement: state.terms.inForce.enforcement,
    exceeds: null,
    denial: null,
    answeredFrom: { operationId, startedAt },
  };
}

function crossedBy(state: State, effects: LimitEffect[]): WarningCrossed[] {
  const { warnAtPercent } = state.terms.inForce;
  return effects.flatMap(({ limit, percentBefore, percentAtMost }) => {
    if (limit === 'operationsPerDay') return [];
    const warnAt = WINDOW_LIMITS[limit].unit === 'tokens' ? warnAtPercent.tokens : warnAtPercent.cost;
    return percentBefore < warnAt && percentAtMost >= warnAt ? [{ limit, warnAtPercent: warnAt }] : [];
  });
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
