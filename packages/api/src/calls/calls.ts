import {
  findAnswered,
  payloadHashOf,
  pricesOfOthers,
  quote,
  readFits,
  readHistory,
  readState,
  runCall,
  startCall,
  type CallEvent,
  type CallIntent,
  type OperationFit,
  type PlannedCall,
  type Quote,
  type RunOptions,
  type UsualCall,
  type WindowUsage,
} from '@resumint/metering';
import { AppError } from '@resumint/errors';
import type { Dependencies } from '../dependencies.ts';

/** The only way to a model: it holds before the call and settles after it. */
export interface Calls {
  quote(userId: string, plan: PlannedCall, payload: object): Promise<Quote>;
  /** How many of each call still fit. */
  fits(userId: string, usual: readonly UsualCall[]): Promise<OperationFit[]>;
  /**
   * Admits a call, or throws why not. The call runs from then on, read or not; to stop reading stops it. The events of
   * a replayed idempotency key are the first answer, those of a call like an earlier one may be that one's.
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
    async quote(userId, plan, payload) {
      const { ledger, inputMargin } = metering;
      const call = inputMargin.widen(plan);
      const { operation } = call;
      const { model } = call.request;
      const same = { operation, model, payloadHash: payloadHashOf(operation, payload) };
      const [{ state, now }, history, prices, answered] = await Promise.all([
        readState(ledger, userId),
        readHistory(ledger, userId, { operation, model }),
        metering.prices.load(),
        call.mayReuse ? findAnswered(ledger, userId, same) : null,
      ]);
      const price = prices.priceOf(model, now);
      const otherPrices = pricesOfOthers(prices, call, now);
      return quote(state, { call, price, otherPrices, history, answered: answered && answered.receipt });
    },

    fits: (userId, usual) => readFits(metering, userId, usual),

    async start(intent, { finish, readResult, signal }) {
      if (shutdown.aborted) {
        throw new AppError(
          'unavailable',
          'This server is being restarted. Nothing was spent. Please try again.',
        );
      }
      const plan = async () => metering.inputMargin.widen(await intent.plan());
      const started = await startCall(metering, { ...intent, plan }, keepAlive);
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
