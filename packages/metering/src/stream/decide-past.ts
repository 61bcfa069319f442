import type { Decision, StreamView } from './decision.ts';
import type { Entry } from './entry.ts';
import type { Fact } from './fact.ts';
import type { State } from './state.ts';

/** What was decided at a time that has passed. */
export interface PastDecision {
  at: number;
  operationId: string;
  decide: (view: StreamView) => Decision<unknown>;
}

/** The entries after a stream's first that decisions would have led to. What is refused leaves none, as in the ledger. */
export function* decidePast(opened: State, decisions: Iterable<PastDecision>): Generator<Entry> {
  let head = opened;
  const factsOf = new Map<string, Fact[]>();
  for (const { at, operationId, decide } of decisions) {
    for (const entry of decide({ head, earlier: factsOf.get(operationId) ?? [], clock: at }).entries) {
      yield entry;
      const { fact, state } = entry;
      head = state;
      factsOf.set(fact.operationId, [...(factsOf.get(fact.operationId) ?? []), fact]);
    }
  }
}
