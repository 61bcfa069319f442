import {
  advance,
  decideHold,
  decideRelease,
  decideSettle,
  refusedCall,
  type PastDecision,
  type RefusedCall,
  type State,
} from '@resumint/metering';
import type { Random } from './create-random.ts';
import type { HeavyCall } from './heavy-calls.ts';
import { chargeOf, holdOf, priceOf } from './price-of.ts';

const SECOND_MS = 1_000;
const HOLD_MS = 120 * SECOND_MS;
/** When the provider tells what a call has used that was charged by estimate. */
const HEARD_OUT_MS = 8 * SECOND_MS;
const ASKED_AFTER_MS = 3_600 * SECOND_MS;
/** How many calls in a thousand are followed by one that is too large for what is left. */
const TOO_LARGE = 4;

export interface MadeCall {
  operationId: string;
  call: HeavyCall;
}

interface Options {
  userId: string;
  random: Random;
  /** Hears of each call before it is decided on, and of each refusal. */
  made: (call: MadeCall) => void;
  refused: (refusal: RefusedCall) => void;
}

/** The decisions that admitted and ended calls, as they were made when they were, each at its time. */
export function* heavyDecisions(calls: readonly HeavyCall[], options: Options): Generator<PastDecision> {
  const later: PastDecision[] = [];
  let endedAt = 0;
  for (const planned of calls) {
    // One after the other: a person waits for an answer before asking again.
    const call = { ...planned, at: Math.max(planned.at, endedAt + SECOND_MS) };
    yield* dueBy(later, call.at);
    endedAt = call.at + call.takesMs;
    const operationId = newOperationId(options.random);
    options.made({ operationId, call });
    yield { at: call.at, operationId, decide: (view) => decideHold(view, holdCommand(operationId, call)) };
    const [end, ...others] = endsOf(operationId, call);
    if (end && end.at <= endedAt) yield end;
    else if (end) later.push(end);
    later.push(...others);
    if (options.random.next() * 1_000 < TOO_LARGE) yield* tooLarge({ ...call, at: endedAt }, options);
  }
}

/** What is due by a time, the earliest first. */
function* dueBy(later: PastDecision[], time: number): Generator<PastDecision> {
  later.sort((left, right) => left.at - right.at);
  while (later[0] && later[0].at <= time) yield* later.splice(0, 1);
}

/** What ended a call, and what was learned of it afterwards. */
function endsOf(operationId: string, call: HeavyCall): PastDecision[] {
  const [charge, { inputTokens, outputTokens }] = [chargeOf(call), call.held];
  const endedAt = call.at + call.takesMs;
  const settle = (
    at: number,
    outcome: 'completed' | 'stopped' | 'lost' | 'unusable',
    isEstimated = false,
  ) => {
    const known = { cachedInputTokens: 0, reasoningTokens: 0, inputTokens, outputTokens };
    const amount = isEstimated ? { ...known, ...holdOf(call) } : charge;
    return {
      at,
      operationId,
      decide: (view) => decideSettle(view, { operationId, ...amount, isEstimated, outcome }),
    } satisfies PastDecision;
  };
  switch (call.ending) {
    case 'completed':
    case 'unusable':
      return [settle(endedAt, call.ending)];
    case 'failed':
      return [
        {
          at: endedAt,
          operationId,
          decide: (view) => decideRelease(view, { operationId, outcome: 'failed' }),
        },
      ];
    case 'stopped':
      return [settle(endedAt, 'stopped', true), settle(endedAt + HEARD_OUT_MS, 'stopped')];
    case 'lost':
      return [settle(endedAt, 'lost', true), settle(endedAt + ASKED_AFTER_MS, 'lost')];
    case 'expired':
      return [
        { at: call.at + HOLD_MS, operationId, decide: expireDue },
        settle(endedAt + ASKED_AFTER_MS, 'lost'),
      ];
  }
}

/** As a follower does it for somebody who does nothing. */
const expireDue: PastDecision['decide'] = ({ head, clock }) => ({
  entries: advance(head, clock).entries,
  outcome: null,
});

/** A call for one token more than is left of the day, or for the money of it: it is refused, and counted. */
function* tooLarge(call: HeavyCall, { userId, random, refused }: Options): Generator<PastDecision> {
  const operationId = newOperationId(random);
  const isForTokens = random.next() < 0.7;
  let isAdmitted = false;
  yield {
    at: call.at,
    operationId,
    decide(view) {
      const left = leftOfDay(view.head);
      const amount = isForTokens
        ? { tokens: left.tokens + 1, costNanos: 1n }
        : { tokens: 1, costNanos: left.costNanos + 1n };
      const decision = decideHold(view, { ...holdCommand(operationId, call), ...amount });
      const { outcome } = decision;
      if (outcome.kind === 'denied') refused(refusedCall(outcome, { userId, operation: call.operation }));
      isAdmitted = outcome.kind === 'admitted';
      return decision;
    },
  };
  // The day has just ended.
  if (isAdmitted) {
    yield {
      at: call.at,
      operationId,
      decide: (view) => decideRelease(view, { operationId, outcome: 'abandoned' }),
    };
  }
}

function leftOfDay({ day, terms }: State): { tokens: number; costNanos: bigint } {
  const { tokensPerDay, costPerDay } = terms.inForce.setByAdmin;
  return {
    tokens: Number(tokensPerDay ?? 0n) - day.spent.tokens - day.held.tokens,
    costNanos: (costPerDay ?? 0n) - day.spent.costNanos - day.held.costNanos,
  };
}

function holdCommand(operationId: string, call: HeavyCall) {
  const { operation, model, subject, isRepeated } = call;
  return {
    ...holdOf(call),
    operationId,
    operation,
    model,
    priceVersion: priceOf(model).version,
    payloadHash: isRepeated ? `repeated${subject % 10}` : operationId.slice(3, 27),
    claim: operationId.slice(3, 19),
    lifetimeMs: HOLD_MS,
  };
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** As far apart as the product's own, which are hashes. */
function newOperationId(random: Random): string {
  let id = 'op_';
  while (id.length < 29) id += ALPHABET.charAt(random.between(0, 31));
  return id;
}
