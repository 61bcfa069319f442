import {
  quote,
  readState,
  runCall,
  startCall,
  type CallEvent,
  type CallIntent,
  type PlannedCall,
  type Quote,
  type RunOptions,
  type WindowUsage,
} from '@resumint/metering';
import { AppError } from '@resumint/errors';
import type { Dependencies } from '../dependencies.ts';

/** The only way to a model: it holds before the call and settles after it. */
export interface Calls {
  quote(userId: string, plan: PlannedCall): Promise<Quote>;
  /**
   * Admits a call, or throws why not. Its events make the call as they are read; those of a replayed idempotency key
   * are the first answer.
   */
  start<Result>(intent: CallIntent, options: StartOptions<Result>): Promise<Started<Result>>;
}

interface StartOptions<Result> extends Pick<RunOptions<Result>, 'finish' | 'signal'> {
  readResult: (kept: unknown) => Result;
}

interface Started<Result> {
  windowsAfter: { day: WindowUsage; month: WindowUsage };
  events: AsyncGenerator<CallEvent<Result>, void>;
}

export function createCalls({ metering, keepAlive, shutdown }: Dependencies): Calls {
  return {
    async quote(userId, plan) {
      const { state, now } = await readState(metering.ledger, userId);
      return quote(state, plan, await metering.prices.priceOf(plan.request.model, now));
    },

    async start(intent, { finish, readResult, signal }) {
      const started = await startCall(metering, intent, keepAlive);
      if (started.kind === 'replayed') {
        const { receipt, result } = started.replay;
        const events = one({ type: 'finished' as const, result: readResult(result), receipt });
        return { windowsAfter: receipt.windowsAfter, events };
      }
      const untilStopped = AbortSignal.any([signal, shutdown]);
      const events = runCall(metering, started.call, { signal: untilStopped, finish, keepAlive });
      return {
        windowsAfter: started.call.windowsAfter,
        events: endedUnread(events, { signal: untilStopped, keepAlive }),
      };
    },
  };
}

/** Events that end their call when its caller leaves before reading the first: nobody else would then begin them. */
function endedUnread<Event>(
  events: AsyncGenerator<Event, void>,
  { signal, keepAlive }: Pick<RunOptions<unknown>, 'signal' | 'keepAlive'>,
): AsyncGenerator<Event, void> {
  let first: Promise<IteratorResult<Event, void>> | undefined;
  const begin = () => (first ??= events.next());
  const end = () => keepAlive(begin().catch(throwUnforeseen));
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });

  return (async function* read() {
    signal.removeEventListener('abort', end);
    try {
      const begun = await begin();
      if (begun.done) return;
      yield begun.value;
      yield* events;
    } finally {
      await events.return();
    }
  })();
}

/** That a call was given up is what its caller wanted, and has left to hear. */
function throwUnforeseen(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

async function* one<Event>(event: Event): AsyncGenerator<Event, void> {
  yield event;
}
