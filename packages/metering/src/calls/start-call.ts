import { AppError } from '@resumint/errors';
import { transact } from '../ledger/transact.ts';
import type { Price } from '../prices/price.ts';
import type { PriceList } from '../prices/price-book.ts';
import { advance } from '../stream/advance.ts';
import { decideHold, decideReplay, type HoldOutcome } from '../stream/decide-hold.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { HoldFact } from '../stream/fact.ts';
import type { State } from '../stream/state.ts';
import { windowUsage, type WindowUsage } from '../usage/window-usage.ts';
import { abandon } from './abandon.ts';
import { findAnswered, type AnsweredCall } from './find-answered.ts';
import { refusedCall } from '../denials/refused-call.ts';
import { denialError } from './denial-error.ts';
import { newClaim, operationIdOf, payloadHashOf } from './identify.ts';
import type { Metering } from './metering.ts';
import { offerWays, pricesOfOthers } from './offer-ways.ts';
import { worstCase, type PlannedCall } from './planned-call.ts';
import { reusedReceipt } from './receipt.ts';
import { findResult, type Replay } from './results.ts';
import { startStopwatch, type Stopwatch } from './stopwatch.ts';

export interface CallIntent {
  userId: string;
  operation: string;
  /** Names the call: sent again with the same input it is answered again, and neither made nor charged twice. */
  idempotencyKey: string;
  /** The key was made for this attempt, so nothing can be there under it. */
  isNewKey?: boolean;
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
  /** Since before the hold was decided. */
  elapsed: Stopwatch;
}

/** To be made; or answered already, by the call that the key named before or by an earlier one like it. */
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
  const elapsed = startStopwatch();
  const operationId = operationIdOf(userId, intent.idempotencyKey);
  const payloadHash = payloadHashOf(operation, intent.input);
  const prepared = deferFailure(prepare(metering, intent, payloadHash));
  const claim = newClaim();
  let uncertainSeq: number | null = null;
  let priced: PricedAttempt | undefined;

  const decide = (view: StreamView): Decision<StartOutcome> => {
    const replay = decideReplay(view, { claim, payloadHash });
    if (replay) return replay;
    const { plan, prices, answered } = prepared.value();
    // Nothing is asked of a limit, so one that is used up does not keep it from being given.
    if (answered) return decideReuse(view, answered);
    const price = prices.priceOf(plan.request.model, view.clock);
    priced = { plan, price, prices, at: view.clock };
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
    ready: prepared.settled,
    isNew: intent.isNewKey ?? false,
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
      return { kind: 'admitted', call: { userId, plan, price, hold, windowsAfter, elapsed } };
    }
    case 'denied': {
      if (!priced) throw new Error(`${operationId} was refused before it was priced`);
      const { plan: call, price, prices, at } = priced;
      metering.denials.count(refusedCall(outcome, { userId, operation }), keepAlive);
      const otherPrices = pricesOfOthers(prices, call, at);
      throw denialError(offerWays(outcome.state, outcome.denial, { call, price, otherPrices }));
    }
    case 'keyReused':
      throw new AppError('key_reused', 'This idempotency key was used for another request. Use a new one.', {
        details: { operationId },
      });
    case 'replayed':
      return { kind: 'replayed', replay: await findResult(metering.ledger, userId, outcome) };
    case 'reused': {
      const { answered, state } = outcome;
      const receipt = reusedReceipt(operationId, answered.receipt, state);
      return { kind: 'replayed', replay: { result: answered.result, receipt } };
    }
  }
}

type StartOutcome = HoldOutcome | { kind: 'reused'; answered: AnsweredCall; state: State };

interface Prepared {
  plan: PlannedCall;
  prices: PriceList;
  answered: AnsweredCall | null;
}

/** Where an earlier answer may be given it is looked for, which takes reads of its own; else nothing more is waited for. */
async function prepare(
  { ledger, prices: book }: Metering,
  { userId, operation, plan: planCall }: CallIntent,
  payloadHash: string,
): Promise<Prepared> {
  const [plan, prices] = await Promise.all([planCall(), book.load()]);
  const { model } = plan.request;
  const answered = plan.mayReuse
    ? await findAnswered(ledger, userId, { operation, model, payloadHash })
    : null;
  return { plan, prices, answered };
}

function decideReuse(view: StreamView, answered: AnsweredCall): Decision<StartOutcome> {
  const { state } = advance(view.head, view.clock);
  return { entries: [], outcome: { kind: 'reused', answered, state } };
}

interface PricedAttempt {
  plan: PlannedCall;
  price: Price;
  prices: PriceList;
  at: number;
}

/** Lets a promise fail unheard until its value is asked for, which can be once it has settled. */
function deferFailure<Value>(promise: Promise<Value>): { settled: Promise<unknown>; value: () => Value } {
  let value = (): Value => {
    throw new Error('the value was asked for before it was there');
  };
  const settled = promise.then(
    (found) => {
      value = () => found;
    },
    (error: unknown) => {
      value = () => {
        throw error;
      };
    },
  );
  return { settled, value: () => value() };
}
