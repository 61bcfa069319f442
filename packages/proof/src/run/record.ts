import type { FaultClass } from '../schedule/fault-classes.ts';

/** What befell the calls of a run, as those who did it to them tell: the ledger is not asked. */
export interface RunRecord {
  /** Calls by what they met. */
  hit: Map<FaultClass, Set<number>>;
  /** How calls ended, by what their callers were told. */
  endings: Map<string, number>;
  kills: number;
  /** Of those, processes that were killed at a step of their follower. */
  killsAtFollowing: number;
  /** Of followers: to their end, and cut off by a kill; and the estimates that they corrected. */
  passes: { made: number; cutOff: number; corrected: number };
  /** Errors that no caller of the product should ever get. */
  unexpected: string[];
  unexpectedCount: number;
  /** Work that outlived its call, or a follower's, and failed because the database was away. */
  backgroundFailures: number;
}

const MOST_KEPT = 10;

export function createRecord(): RunRecord {
  return {
    hit: new Map(),
    endings: new Map(),
    kills: 0,
    killsAtFollowing: 0,
    passes: { made: 0, cutOff: 0, corrected: 0 },
    unexpected: [],
    unexpectedCount: 0,
    backgroundFailures: 0,
  };
}

export function addHit({ hit }: RunRecord, fault: FaultClass, index: number): void {
  const indexes = hit.get(fault) ?? new Set();
  hit.set(fault, indexes.add(index));
}

export function addEnding({ endings }: RunRecord, ending: string): void {
  endings.set(ending, (endings.get(ending) ?? 0) + 1);
}

export function addUnexpected(record: RunRecord, failure: string): void {
  record.unexpectedCount += 1;
  if (record.unexpected.length < MOST_KEPT) record.unexpected.push(failure);
}
