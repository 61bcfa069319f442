import type { LocalDate } from '../windows/local-date.ts';

/**
 * How a call ended, by the entry that ended it, as the roll-up counts it: `released` is every call that was not
 * charged. `running` has no such entry yet; `adjusted` is an adjustment and no call.
 */
export const ENDINGS = [
  'completed',
  'stopped',
  'lost',
  'unusable',
  'released',
  'expired',
  'running',
  'adjusted',
] as const;

export type Ending = (typeof ENDINGS)[number];

/** What a person looks for. Null looks for anything; all that is named has to hold. */
export interface ActivityFilter {
  operation: string | null;
  model: string | null;
  ending: Ending | null;
  /** Days of the person's zone, both included. */
  from: LocalDate | null;
  to: LocalDate | null;
  /** Of a call or an adjustment. */
  operationId: string | null;
  /** The documents and resumes that a call was for. */
  subjectIds: readonly string[] | null;
}

export const ANYTHING: ActivityFilter = {
  operation: null,
  model: null,
  ending: null,
  from: null,
  to: null,
  operationId: null,
  subjectIds: null,
};
