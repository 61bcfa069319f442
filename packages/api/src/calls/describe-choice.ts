import {
  priceCall,
  typicalCall,
  type CallHistory,
  type PriceList,
  type TypicalCall,
} from '@resumint/metering';
import {
  canReuse,
  DEFAULT_TIER,
  MODEL_OF_TIER,
  OPERATIONS,
  TIERS,
  type OperationName,
  type Tier,
} from '@resumint/operations';
import type { Choice } from '../store/choices.ts';

/** What a choice is described by: the person's last calls of the operation, and the prices in force. */
export interface ChoiceBasis {
  history: CallHistory | null;
  prices: PriceList;
  now: number;
}

/** A person's choice for an operation, beside each tier with its price and what a call of theirs would come to. */
export function describeChoice(operation: OperationName, choice: Choice, basis: ChoiceBasis) {
  const { history } = basis;
  const call = history ? typicalCall(history) : usualCall(operation);
  return {
    operation,
    chosen: choice.tier ?? DEFAULT_TIER,
    isUsual: choice.tier === null,
    isSuggested: choice.isTierSuggested,
    /** Null where the operation's own counts. */
    maxOutputTokens: choice.maxOutputTokens,
    /** Whether a repeated input is answered from an earlier call; null where it cannot be. */
    reusesAnswers: canReuse(operation) ? choice.reusesAnswers : null,
    /** What the prices of calls go by: the person's own last completed calls, whatever their models, or what is usual. */
    basis: history ? ('history' as const) : ('estimate' as const),
    n: history?.calls ?? 0,
    tiers: TIERS.map((tier) => describeTier(tier, withChosenCap(call, operation, choice), basis)),
  };
}

function describeTier(tier: Tier, call: TypicalCall, { prices, now }: Omit<ChoiceBasis, 'history'>) {
  const model = MODEL_OF_TIER[tier];
  const price = prices.priceOf(model, now);
  return {
    tier,
    model,
    priceVersion: price.version,
    /** Nano-dollars a million tokens, by length of the prompt. */
    bands: price.bands,
    /** What a call like those before comes to, and the most that it would be held for. */
    expected: priceCall(price, call.used),
    atMost: priceCall(price, call.held),
  };
}

function usualCall(operation: OperationName): TypicalCall {
  const { inputTokens, outputTokens, maxOutputTokens } = OPERATIONS[operation].typical;
  const rest = { cachedInputTokens: 0, reasoningTokens: 0 };
  return {
    used: { inputTokens, outputTokens, ...rest },
    held: { inputTokens, outputTokens: maxOutputTokens, ...rest },
  };
}

/** Calls before the cap was chosen held more. Where each call has a least cap of its own, nothing is made of it. */
function withChosenCap(
  { used, held }: TypicalCall,
  operation: OperationName,
  { maxOutputTokens }: Choice,
): TypicalCall {
  const { smallestCap } = OPERATIONS[operation];
  if (maxOutputTokens === null || smallestCap === null) return { used, held };
  const cap = Math.max(maxOutputTokens, smallestCap);
  const capped = <Tokens extends TypicalCall['used']>(tokens: Tokens) => ({
    ...tokens,
    outputTokens: Math.min(tokens.outputTokens, cap),
  });
  return { used: capped(used), held: capped(held) };
}
