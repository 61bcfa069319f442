import type { Fact } from './fact.ts';
import type { State } from './state.ts';

/** One row of a stream: what happened, and the state after it. */
export interface Entry<Of extends Fact = Fact> {
  fact: Of;
  state: State;
}
