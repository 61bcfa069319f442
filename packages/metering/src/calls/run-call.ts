import { ModelError } from '@resumint/ai';
import type { AppError } from '@resumint/errors';
import { releaseCall, settleCall } from './end-call.ts';
import { lostSettlement, settlementOf } from './heard.ts';
import { listen, type Listening } from './listen.ts';
import type { Metering } from './metering.ts';
import { persist } from './persist.ts';
import type { CallReceipt } from './receipt.ts';
import { endedWithoutResult, storeResponseId, storeResult } from './results.ts';
import type { AdmittedCall } from './start-call.ts';

export interface RunOptions<Result> {
  /** Aborted when the caller has left or wants no more, and when the process is asked to stop. */
  signal: AbortSignal;
  /** Makes the result of a whole answer, or null when it cannot be used. */
  finish: (answer: { text: string; wasTruncated: boolean }) => Result | null;
  /** Keeps work alive that outlives the response, and reports its failure. */
  keepAlive: (work: Promise<unknown>) => void;
}

/** Text as it arrives, then the result with its receipt, which ends the stream. */
export type CallEvent<Result> = { type: 'text'; delta: string } | FinishedCall<Result>;

export interface FinishedCall<Result> {
  type: 'finished';
  result: Result;
  receipt: CallReceipt;
}

/**
 * Makes an admitted call, once, and yields its text as it arrives and then its result. However it ends, it is settled
 * or released first: by what the provider reported when it finished, by what arrived when it was stopped, by all that
 * was held when the connection was lost, at no charge when nothing was spent. Throws `model_failed`, which says what
 * was charged.
 */
export async function* runCall<Result>(
  metering: Metering,
  call: AdmittedCall,
  options: RunOptions<Result>,
): AsyncGenerator<CallEvent<Result>, void> {
  const { signal, keepAlive } = options;
  const timeLeftMs =
    call.startedAt + metering.times.holdMs - metering.times.settleMarginMs - performance.now();
  if (signal.aborted || timeLeftMs <= 0) {
    throw endedWithoutResult(await releaseCall(metering, call, 'abandoned'));
  }
  const listening = listen(metering.model, call.plan.request, { timeLeftMs, signal });
  const run = { metering, call, listening, options };
  let hasEnded = false;
  try {
    for (;;) {
      const heard = await listening.next();
      switch (heard.kind) {
        case 'started':
          keepAlive(storeResponseId(metering.ledger, refOf(call), heard.responseId));
          break;
        case 'text':
          yield { type: 'text', delta: heard.delta };
          break;
        case 'finished':
          hasEnded = true;
          yield await conclude(run);
          return;
        case 'failed':
          hasEnded = true;
          throw await fail(run, heard.error);
        case 'stopped':
          hasEnded = true;
          throw endedWithoutResult(await stop(run));
      }
    }
  } finally {
    // The consumer returned without waiting for the end.
    if (!hasEnded) await stop(run);
  }
}

interface Run<Result> {
  metering: Metering;
  call: AdmittedCall;
  listening: Listening;
  options: RunOptions<Result>;
}

async function conclude<Result>(run: Run<Result>): Promise<FinishedCall<Result>> {
  const { result, failure } = resultOf(run);
  if (result === null) throw endedWithoutResult(await settle(run, 'unusable'), failure);
  await keep(run, result);
  return { type: 'finished', result, receipt: await settle(run, 'completed') };
}

async function fail<Result>({ metering, call }: Run<Result>, error: unknown): Promise<AppError> {
  if (error instanceof ModelError && error.spent === 'nothing') {
    return endedWithoutResult(await releaseCall(metering, call, 'failed'), error);
  }
  return endedWithoutResult(await settleCall(metering, call, lostSettlement(call)), error);
}

/** Settles what has arrived at once; what the provider reports within the drain time corrects it. */
async function stop<Result>(run: Run<Result>): Promise<CallReceipt> {
  await keepWhole(run);
  const receipt = await settle(run, 'stopped');
  if (receipt.isEstimated) run.options.keepAlive(drain(run));
  return receipt;
}

async function drain<Result>(run: Run<Result>): Promise<void> {
  const { listening, metering } = run;
  await listening.drain(metering.times.drainMs);
  if (!listening.heard.finished?.usage) return;
  await keepWhole(run);
  await settle(run, 'stopped');
}

function settle<Result>(
  { metering, call, listening: { heard } }: Run<Result>,
  outcome: 'completed' | 'stopped' | 'unusable',
): Promise<CallReceipt> {
  return settleCall(metering, call, settlementOf(metering, call, { heard, outcome }));
}

/** An answer that cannot be made into a result was spent all the same: a failure to make it ends as `unusable`. */
function resultOf<Result>({ listening, options }: Run<Result>): { result: Result | null; failure?: unknown } {
  const { finished, text } = listening.heard;
  if (!finished || finished.outcome === 'refused') return { result: null };
  try {
    return { result: options.finish({ text, wasTruncated: finished.outcome === 'truncated' }) };
  } catch (failure) {
    return { result: null, failure };
  }
}

/** A stopped call whose answer arrived whole after all can still give it to a replay. */
async function keepWhole<Result>(run: Run<Result>): Promise<void> {
  const { result } = resultOf(run);
  if (result !== null) await keep(run, result);
}

/** Before the settlement, so that no crash between the two charges for an answer that is gone. */
async function keep<Result>({ metering, call, options }: Run<Result>, result: Result): Promise<void> {
  const store = () => storeResult(metering.ledger, refOf(call), result);
  try {
    await store();
  } catch {
    // A replay can wait for the answer; the settlement must not.
    options.keepAlive(persist(metering.times.holdMs, store));
  }
}

function refOf({ userId, plan, hold }: AdmittedCall) {
  return { userId, operationId: hold.operationId, subjectId: plan.subjectId };
}
