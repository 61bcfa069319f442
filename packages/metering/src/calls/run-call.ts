import { ModelError } from '@resumint/ai';
import { AppError } from '@resumint/errors';
import { createChannel } from './channel.ts';
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
 * Makes an admitted call, once, from now on and whether or not its events are read: text as it arrives, then the result.
 * However it ends, it is settled or released first: by what the provider reported when it finished, by what arrived when
 * it was stopped, by all that was held when the connection was lost, at no charge when nothing was spent. Reading throws
 * `model_failed`, which says what was charged; to stop reading stops the call.
 */
export function runCall<Result>(
  metering: Metering,
  call: AdmittedCall,
  options: RunOptions<Result>,
): AsyncGenerator<CallEvent<Result>, void> {
  const left = new AbortController();
  const signal = AbortSignal.any([options.signal, left.signal]);
  const channel = createChannel<CallEvent<Result>>();
  const ending = makeCall({ metering, call, options: { ...options, signal } }, channel.push).then(
    () => channel.close(),
    (error: unknown) => {
      channel.fail(error);
      if (!(error instanceof AppError)) throw error;
    },
  );
  options.keepAlive(ending);
  return channel.read(() => left.abort());
}

async function makeCall<Result>(
  { metering, call, options }: Omit<Run<Result>, 'listening'>,
  push: (event: CallEvent<Result>) => void,
): Promise<void> {
  const { signal, keepAlive } = options;
  const { holdMs, settleMarginMs } = metering.times;
  const timeLeftMs = holdMs - settleMarginMs - call.elapsed();
  if (signal.aborted || timeLeftMs <= 0) {
    throw endedWithoutResult(await releaseCall(metering, { call, keepAlive }, 'abandoned'));
  }
  const listening = listen(metering.model, call.plan.request, { timeLeftMs, signal });
  const run = { metering, call, listening, options };
  for (;;) {
    const heard = await listening.next();
    switch (heard.kind) {
      case 'started':
        keepAlive(storeResponseId(metering.ledger, refOf(call), heard.responseId));
        break;
      case 'text':
        push({ type: 'text', delta: heard.delta });
        break;
      case 'finished':
        push(await conclude(run));
        return;
      case 'failed':
        throw await fail(run, heard.error);
      case 'stopped':
        throw endedWithoutResult(await stop(run));
    }
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

async function fail<Result>(run: Run<Result>, error: unknown): Promise<AppError> {
  const isFree = error instanceof ModelError && error.spent === 'nothing';
  const receipt = isFree
    ? await releaseCall(run.metering, endingOf(run), 'failed')
    : await settleCall(run.metering, endingOf(run), lostSettlement(run.call));
  return endedWithoutResult(receipt, error);
}

/** Settles what has arrived at once; what the provider reports within the drain time corrects it. */
async function stop<Result>(run: Run<Result>): Promise<CallReceipt> {
  await keepWhole(run);
  const receipt = await settle(run, 'stopped');
  if (receipt.isEstimated) run.options.keepAlive(drain(run));
  return receipt;
}

/** What arrived after the stop was spent too, whether or not the provider then says how much. */
async function drain<Result>(run: Run<Result>): Promise<void> {
  await run.listening.drain(run.metering.times.drainMs);
  await keepWhole(run);
  await settle(run, 'stopped');
}

function settle<Result>(
  run: Run<Result>,
  outcome: 'completed' | 'stopped' | 'unusable',
): Promise<CallReceipt> {
  const { metering, call, listening } = run;
  const command = settlementOf(metering, call, { heard: listening.heard, outcome });
  if (!command.isEstimated) metering.inputMargin.learn(call.plan, command.inputTokens);
  return settleCall(metering, endingOf(run), command);
}

function endingOf<Result>({ call, options }: Run<Result>) {
  return { call, keepAlive: options.keepAlive };
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
    const { holdMs, keepTryingMs } = metering.times;
    // A replay can wait for the answer; the settlement must not.
    options.keepAlive(persist(Math.min(holdMs, keepTryingMs), store));
  }
}

function refOf({ userId, plan, hold }: AdmittedCall) {
  return { userId, operationId: hold.operationId, subjectId: plan.subjectId };
}
