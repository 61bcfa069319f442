import type { Decision, StreamView } from '../src/stream/decision.ts';
import type { Entry } from '../src/stream/entry.ts';
import { begin } from '../src/stream/evolve.ts';
import { openingFact } from '../src/stream/opening-fact.ts';
import type { State } from '../src/stream/state.ts';
import { defaultTerms, type Terms } from '../src/terms/terms.ts';

/** A stream kept in an array: appends what is decided, and is read as a ledger's stream is. */
export interface MemoryStream {
  /** What each append wrote, in order. */
  batches: Entry[][];
  entries(): Entry[];
  head(): State;
  view(operationId: string, clock: number): StreamView;
  append<Outcome>(decision: Decision<Outcome>): Outcome;
}

export function openMemoryStream(at: number, changes: Partial<Terms> = {}): MemoryStream {
  const terms = { ...defaultTerms('UTC'), ...changes };
  const fact = openingFact(terms, at);
  let newest = begin(fact);
  const batches: Entry[][] = [[{ fact, state: newest }]];
  const entries = () => batches.flat();
  return {
    batches,
    entries,
    head: () => newest,
    view: (operationId, clock) => ({
      head: newest,
      earlier: entries().flatMap(({ fact: earlier }) =>
        earlier.operationId === operationId ? [earlier] : [],
      ),
      clock,
    }),
    append({ entries: appended, outcome }) {
      if (appended.length > 0) batches.push(appended);
      newest = appended.at(-1)?.state ?? newest;
      return outcome;
    },
  };
}
