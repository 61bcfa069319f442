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
 * Makes an admitted call, once, and yields its text as it arrives and then its result. However it ends it is settled or released first:
 * by what the provider reported when it finished, by what arrived when it was stopped, by all that was held when the
 * connection was lost, at no charge when nothing was spent. Throws `model_failed`, which says what was charged.
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
          yield await conclude(metering, call, listening, options);
          return;
        case 'failed':
          hasEnded = true;
          throw await fail(metering, call, heard.error);
        case 'stopped':
          hasEnded = true;
          throw endedWithoutResult(await stop(metering, call, listening, options));
      }
    }
  } finally {
    // The consumer returned without waiting for the end.
    if (!hasEnded) await stop(metering, call, listening, options);
  }
}

async function conclude<Result>(
  metering: Metering,
  call: AdmittedCall,
  listening: Listening,
  options: RunOptions<Result>,
): Promise<FinishedCall<Result>> {
  const result = resultOf(listening, options);
  if (result === null) {
    const command = settlementOf(metering, call, listening.heard, 'unusable');
    throw endedWithoutResult(await settleCall(metering, call, command));
  }
  await keep(metering, call, result, options);
  const command = settlementOf(metering, call, listening.heard, 'completed');
  return { type: 'finished', result, receipt: await settleCall(metering, call, command) };
}

async function fail(metering: Metering, call: AdmittedCall, error: unknown): Promise<AppError> {
  if (error instanceof ModelError && error.spent === 'nothing') {
    return endedWithoutResult(await releaseCall(metering, call, 'failed'), error);
  }
  return endedWithoutResult(await settleCall(metering, call, lostSettlement(call)), error);
}

/** Settles what has arrived at once; what the provider reports within the drain time corrects it. */
async function stop<Result>(
  metering: Metering,
  call: AdmittedCall,
  listening: Listening,
  options: RunOptions<Result>,
): Promise<CallReceipt> {
  const command = settlementOf(metering, call, listening.heard, 'stopped');
  const receipt = await settleCall(metering, call, command);
  if (command.isEstimated) options.keepAlive(drain(metering, call, listening, options));
  return receipt;
}

async function drain<Result>(
  metering: Metering,
  call: AdmittedCall,
  listening: Listening,
  options: RunOptions<Result>,
): Promise<void> {
  await listening.drain(metering.times.drainMs);
  const command = settlementOf(metering, call, listening.heard, 'stopped');
  if (command.isEstimated) return;
  const result = resultOf(listening, options);
  if (result !== null) await keep(metering, call, result, options);
  await settleCall(metering, call, command);
}

function resultOf<Result>({ heard }: Listening, { finish }: RunOptions<Result>): Result | null {
  if (!heard.finished || heard.finished.outcome === 'refused') return null;
  return finish({ text: heard.text, wasTruncated: heard.finished.outcome === 'truncated' });
}

/** Before the settlement, so that no crash between the two charges for an answer that is gone. */
async function keep<Result>(
  metering: Metering,
  call: AdmittedCall,
  result: Result,
  { keepAlive }: RunOptions<Result>,
): Promise<void> {
  const store = () => storeResult(metering.ledger, refOf(call), result);
  try {
    await store();
  } catch {
    // A replay can wait for the answer; the settlement must not.
    keepAlive(persist(metering.times.holdMs, store));
  }
}

function refOf({ userId, plan, hold }: AdmittedCall) {
  return { userId, operationId: hold.operationId, subjectId: plan.subjectId };
}
