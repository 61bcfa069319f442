import { FaultQueue } from './fault-queue.ts';
import { HungCalls } from './hung-calls.ts';
import { ProducedLog } from './produced-log.ts';
import { StoredResponses } from './stored-responses.ts';

export interface SimulatorState {
  /** Infinite when answers are not slowed down. */
  tokensPerSecond: number;
  now: () => number;
  faults: FaultQueue;
  hung: HungCalls;
  stored: StoredResponses;
  produced: ProducedLog;
}

export function createState(options: {
  tokensPerSecond?: number;
  now?: () => number;
  record?: boolean;
  responsesKept?: number;
}): SimulatorState {
  return {
    tokensPerSecond: options.tokensPerSecond ?? Infinity,
    now: options.now ?? Date.now,
    faults: new FaultQueue(),
    hung: new HungCalls(),
    stored: new StoredResponses(options.responsesKept),
    produced: new ProducedLog(options.record ?? false),
  };
}
