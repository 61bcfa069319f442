import {
  advance,
  decideHold,
  decideRelease,
  decideSettle,
  describeTerms,
  OPENAI_PRICES,
  priceCall,
  type PastDecision,
} from '@resumint/metering';
import { priceListOf } from '@resumint/metering/replay';
import { MINUTE_MS, SECOND_MS } from './clock.ts';
import type { CallTokens, PastCall, PastEnding } from './past-call.ts';

export const PRICES = priceListOf(OPENAI_PRICES);

type View = Parameters<PastDecision['decide']>[0];

const HOLD_MS = 2 * MINUTE_MS;
const TOOK_MS = 7 * SECOND_MS;
/** How long after a call the provider tells what it used. */
const REPORTED_AFTER_MS = 20 * SECOND_MS;

/** The decisions that a call was held and ended by, when it was made. */
export function decisionsFor(call: PastCall, index: number): PastDecision[] {
  const { at, ending } = call;
  const operationId = `op_${index.toString(36).padStart(26, '0')}`;
  const decisions = ENDINGS[ending ?? 'none'].map(({ afterMs, decide }) => ({
    at: at + afterMs,
    operationId,
    decide: (view: View) => decide(view, call, operationId),
  }));
  return [{ at, operationId, decide: (view) => hold(view, call, operationId) }, ...decisions];
}

interface End {
  afterMs: number;
  decide: (view: View, call: PastCall, operationId: string) => ReturnType<PastDecision['decide']>;
}

const REPORTED: End = {
  afterMs: TOOK_MS,
  decide: (view, call, operationId) => settle(view, call, { operationId, outcome: 'completed' }),
};

/** Half an answer had arrived, as far as could be told. */
const STOPPED: End = {
  afterMs: TOOK_MS,
  decide: (view, call, operationId) =>
    settle(view, call, { operationId, outcome: 'stopped', isEstimated: true }),
};

const ENDINGS: Record<NonNullable<PastEnding> | 'none', End[]> = {
  none: [],
  completed: [REPORTED],
  stopped: [STOPPED],
  corrected: [
    STOPPED,
    {
      afterMs: TOOK_MS + REPORTED_AFTER_MS,
      decide: (view, call, operationId) => settle(view, call, { operationId, outcome: 'stopped' }),
    },
  ],
  failed: [
    {
      afterMs: TOOK_MS,
      decide: (view, _, operationId) => decideRelease(view, { operationId, outcome: 'failed' }),
    },
  ],
};

function hold(view: View, call: PastCall, operationId: string) {
  const { operation, model, at } = call;
  const price = PRICES.priceOf(model, at);
  const { inputTokens, maxOutputTokens: outputTokens } = sizeOf(view, call);
  return decideHold(view, {
    operationId,
    operation,
    model,
    priceVersion: price.version,
    inputTokens,
    outputTokens,
    ...priceCall(price, { inputTokens, outputTokens, cachedInputTokens: 0, reasoningTokens: 0 }),
    payloadHash: operationId.slice(-24),
    claim: operationId,
    lifetimeMs: HOLD_MS,
  });
}

function settle(
  view: View,
  { model, at, size }: PastCall,
  end: { operationId: string; outcome: 'completed' | 'stopped'; isEstimated?: boolean },
) {
  const held = view.earlier.find((fact) => fact.kind === 'hold');
  if (!held) throw new Error(`${end.operationId} was refused: the state asks for more than its limits allow`);
  const { isEstimated = false } = end;
  const used = typeof size === 'string' ? held.outputTokens : size.outputTokens;
  const tokens = {
    inputTokens: held.inputTokens,
    // An estimate knows of no cache.
    cachedInputTokens: isEstimated ? 0 : Math.floor(held.inputTokens / 2),
    outputTokens: isEstimated ? Math.ceil(used / 2) : used,
    reasoningTokens: 0,
  };
  const amount = priceCall(PRICES.priceOf(model, at), tokens);
  return decideSettle(view, { ...end, isEstimated, ...tokens, ...amount });
}

function sizeOf({ head, clock }: View, { size }: PastCall): CallTokens {
  if (typeof size !== 'string') return size;
  const { state } = advance(head, clock);
  const { tokensPerDay, tokensPerMonth } = describeTerms(state.terms.inForce).limits;
  const [meter, limit] =
    size === 'restOfDay' ? [state.day, tokensPerDay.value] : [state.month, tokensPerMonth.value];
  const rest = Number(limit ?? 0n) - meter.spent.tokens - meter.held.tokens;
  const outputTokens = Math.floor(rest / 3);
  return { inputTokens: rest - outputTokens, maxOutputTokens: outputTokens, outputTokens };
}
