import type { History } from '../ledger/write-history.ts';
import { decidePast } from '../stream/decide-past.ts';
import type { Entry } from '../stream/entry.ts';
import { begin } from '../stream/evolve.ts';
import { openingFact } from '../stream/opening-fact.ts';
import type { State } from '../stream/state.ts';

/** A stream in memory, of which no database knows. */
export interface Replay {
  entries: Entry[];
  head: State;
}

/** Makes the entries of a history, as `writeHistory` does. */
export function replay({ terms, openedAt, decisions }: History): Replay {
  const fact = openingFact(terms, openedAt);
  const opening: Entry = { fact, state: begin(fact) };
  const entries = [opening, ...decidePast(opening.state, decisions)];
  const { state: head } = entries.at(-1) ?? opening;
  return { entries, head };
}
