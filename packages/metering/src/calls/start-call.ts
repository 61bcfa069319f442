import { AppError } from '@resumint/errors';
import { transact } from '../ledger/transact.ts';
import type { Price } from '../prices/price.ts';
import { decideHold, decideReplay, type HoldOutcome } from '../stream/decide-hold.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { HoldFact } from '../stream/fact.ts';
import { windowUsage, type WindowUsage } from '../usage/window-usage.ts';
import { abandon } from './abandon.ts';
import { denialError } from './denial-error.ts';
import { newClaim, operationIdOf, payloadHashOf } from './identify.ts';
import type { Metering } from './metering.ts';
import { offerWays, pricesOfOthers } from './offer-ways.ts';
import { worstCase, type PlannedCall } from './planned-call.ts';
import { findResult, type Replay } from './results.ts';

export interface CallIntent {
  userId: string;
  operation: string;
  /** Names the call: sent again with the same input it is answered again, and neither made nor charged twice. */
  idempotencyKey: string;
  input: unknown;
  /** Loads what the call is about and counts it. Runs beside the read of the ledger. */
  plan: () => Promise<PlannedCall>;
}

/** A call whose hold has landed. */
export interface AdmittedCall {
  userId: string;
  plan: PlannedCall;
  price: Price;
  hold: HoldFact;
  /** Both windows with this hold in them. */
  windowsAfter: { day: WindowUsage; month: WindowUsage };
  /** Before the hold was decided, on this process's monotonic clock. */
  startedAt: number;
}

export type StartedCall = { kind: 'admitted'; call: AdmittedCall } | { kind: 'replayed'; replay: Replay };

/**
 * Admits a call before anything is spent, or throws why not: `limit_reached`, `too_many_in_flight` and `not_granted`
 * carry the denial, `key_reused` and `in_progress` the operation, and `limits_unverifiable` means that no limit could
 * be checked. Waits for one read and one write when nobody else writes to the stream.
 */
export async function startCall(
  metering: Metering,
  intent: CallIntent,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<StartedCall> {
  const { userId, operation } = intent;
  const startedAt = performance.now();
  const planned = deferFailure(intent.plan());
  const [operationId, payloadHash] = await Promise.all([
    operationIdOf(userId, intent.idempotencyKey),
    payloadHashOf(operation, intent.input),
  ]);
  const claim = newClaim();
  let uncertainSeq: number | null = null;
  let priced: { plan: PlannedCall; price: Price; at: number } | undefined;

  const decide = async (view: StreamView): Promise<Decision<HoldOutcome>> => {
    const replay = decideReplay(view, { claim, payloadHash });
    if (replay) return replay;
    const plan = await planned();
    const price = await metering.prices.priceOf(plan.request.model, view.clock);
    priced = { plan, price, at: view.clock };
    return decideHold(view, {
      operationId,
      operation,
      model: price.model,
      priceVersion: price.version,
      inputTokens: plan.inputTokens,
      outputTokens: plan.request.maxOutputTokens,
      ...worstCase({ call: plan, price }),
      payloadHash,
      claim,
      lifetimeMs: metering.times.holdMs,
    });
  };
  const stream = {
    userId,
    operationId,
    withinMs: metering.times.admitMs,
    onUncertain: (seq: number) => (uncertainSeq = seq),
  };
  const outcome = await transact(metering.ledger, stream, decide).catch((error: unknown) => {
    if (uncertainSeq !== null) {
      keepAlive(abandon(metering, { userId, operationId, claim, seq: uncertainSeq }));
    }
    throw error;
  });

  switch (outcome.kind) {
    case 'admitted': {
      if (!priced) throw new Error(`${operationId} was admitted before it was priced`);
      const { fact: hold, state } = outcome.entry;
      const { plan, price } = priced;
      const windowsAfter = windowUsage(state);
      return { kind: 'admitted', call: { userId, plan, price, hold, windowsAfter, startedAt } };
    }
    case 'denied': {
      if (!priced) throw new Error(`${operationId} was refused before it was priced`);
      const { plan: call, price, at } = priced;
      const otherPrices = await pricesOfOthers(metering.prices, call, at);
      throw denialError(offerWays(outcome.state, outcome.denial, { call, price, otherPrices }));
    }
    case 'keyReused':
      throw new AppError('key_reused', 'This idempotency key was used for another request. Use a new one.', {
        details: { operationId },
      });
    case 'replayed':
      return { kind: 'replayed', replay: await findResult(metering.ledger, userId, outcome) };
  }
}

/** Lets a promise fail unheard until its value is asked for. */
function deferFailure<Value>(promise: Promise<Value>): () => Promise<Value> {
  const settled = promise.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
  return async () => (await settled)();
}
