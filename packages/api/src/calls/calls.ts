import {
  pricesOfOthers,
  quote,
  readHistory,
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
   * Admits a call, or throws why not. The call runs from then on, read or not; to stop reading stops it. The events of
   * a replayed idempotency key are the first answer.
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
    async quote(userId, call) {
      const { ledger, prices } = metering;
      const { model } = call.request;
      const [{ state, now }, history] = await Promise.all([
        readState(ledger, userId),
        readHistory(ledger, userId, { operation: call.operation, model }),
      ]);
      const [price, otherPrices] = await Promise.all([
        prices.priceOf(model, now),
        pricesOfOthers(prices, call, now),
      ]);
      return quote(state, { call, price, otherPrices, history });
    },

    async start(intent, { finish, readResult, signal }) {
      if (shutdown.aborted) {
        throw new AppError(
          'unavailable',
          'This server is being restarted. Nothing was spent. Please try again.',
        );
      }
      const started = await startCall(metering, intent, keepAlive);
      if (started.kind === 'replayed') {
        const { receipt, result } = started.replay;
        const events = one({ type: 'finished' as const, result: readResult(result), receipt });
        return { windowsAfter: receipt.windowsAfter, events };
      }
      const untilStopped = AbortSignal.any([signal, shutdown]);
      const events = runCall(metering, started.call, { signal: untilStopped, finish, keepAlive });
      return { windowsAfter: started.call.windowsAfter, events };
    },
  };
}

async function* one<Event>(event: Event): AsyncGenerator<Event, void> {
  yield event;
}
