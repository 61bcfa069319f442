import type { defaultTerms } from '@resumint/metering';
import type { PastCall } from './past-call.ts';

export type Terms = ReturnType<typeof defaultTerms>;

/**
 * What becomes of what a page asks for: it is answered, not yet, no longer (so that the last answer is known), or was not
 * at all.
 */
export type Reads = 'answered' | 'pending' | 'outdated' | 'failed';

export type SimulatedPart = 'model' | 'sign-in' | 'mail';

/** A state that usage can be in, as what a person did to be in it. */
export interface StateOf {
  /** In its address. */
  name: string;
  title: string;
  /** What to look for. */
  about: string;
  calls: PastCall[];
  terms?: (terms: Terms) => Terms;
  /** What an admin gave back an hour ago. */
  refund?: { tokens: number; costNanos: bigint; note: string };
  /** One of the entries was edited since. */
  isTampered?: boolean;
  reads?: Reads;
  simulated?: SimulatedPart[];
}
