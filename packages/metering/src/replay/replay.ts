import type { PastDecision } from '../ledger/write-history.ts';
import type { Entry } from '../stream/entry.ts';
import { begin } from '../stream/evolve.ts';
import type { Fact } from '../stream/fact.ts';
import { openingFact } from '../stream/opening-fact.ts';
import type { State } from '../stream/state.ts';
import type { Terms } from '../terms/terms.ts';

/** A stream in memory, of which no database knows. */
export interface Replay {
  entries: Entry[];
  head: State;
}

export interface Past {
  terms: Terms;
  openedAt: number;
  decisions: Iterable<PastDecision>;
}

/** Makes the entries that these decisions would have led to. What is refused leaves none, as in the ledger. */
export function replay({ terms, openedAt, decisions }: Past): Replay {
  const opening = openingFact(terms, openedAt);
  let head = begin(opening);
  const entries: Entry[] = [{ fact: opening, state: head }];
  const factsOf = new Map<string, Fact[]>();
  for (const { at, operationId, decide } of decisions) {
    for (const entry of decide({ head, earlier: factsOf.get(operationId) ?? [], clock: at }).entries) {
      const { fact, state } = entry;
      entries.push(entry);
      head = state;
      factsOf.set(fact.operationId, [...(factsOf.get(fact.operationId) ?? []), fact]);
    }
  }
  return { entries, head };
}
