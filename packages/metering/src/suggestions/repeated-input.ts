import { LEAST_CALLS } from './least-calls.ts';
import type { RecentCall } from './recent-calls.ts';

/** Calls whose answer was there already, had it been asked for. */
export interface RepeatedInput {
  calls: number;
  /** All that are known of the operation. */
  callsOfOperation: number;
  savedNanos: bigint;
}

/** As long as an answer is kept. */
const KEPT_MS = 24 * 3_600_000;

/**
 * What a cache would have saved that keeps each answer for a day: it serves a call that asks the same of the same model
 * as one that it did not serve. Null where it would have served too few. Calls are in the order in which they were made.
 */
export function repeatedInput(calls: readonly RecentCall[]): RepeatedInput | null {
  const answeredAt = new Map<string, number>();
  let served = 0;
  let savedNanos = 0n;
  for (const { payloadHash, model, at, costNanos } of calls) {
    const input = `${model} ${payloadHash}`;
    const before = answeredAt.get(input);
    if (before === undefined || at - before >= KEPT_MS) {
      answeredAt.set(input, at);
      continue;
    }
    served += 1;
    savedNanos += costNanos;
  }
  return served < LEAST_CALLS ? null : { calls: served, callsOfOperation: calls.length, savedNanos };
}
