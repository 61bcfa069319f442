import { spanOf, type Span } from '../windows/span.ts';
import { evolve } from './evolve.ts';
import type { Entry } from './entry.ts';
import type { Fact, OpenFact } from './fact.ts';
import type { State } from './state.ts';

/** One consistent read of a stream: its head, what is there of one operation, and the database's clock. */
export interface StreamView {
  head: State;
  /** The entries of the operation that is being decided on, by step. */
  earlier: Fact[];
  clock: number;
}

/** Entries to append, in order, and what to answer once they are there. */
export interface Decision<Outcome> {
  entries: Entry[];
  outcome: Outcome;
}

/** When and in which windows a fact happens that follows this state. */
export function occurrence(state: State, at: number): { at: number; day: Span; month: Span } {
  return { at, day: spanOf(state.day), month: spanOf(state.month) };
}

export function entryAfter<Of extends Exclude<Fact, OpenFact>>(state: State, fact: Of): Entry<Of> {
  return { fact, state: evolve(state, fact) };
}
