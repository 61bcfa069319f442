import { decidePast, type PastDecision } from '../stream/decide-past.ts';
import type { Entry } from '../stream/entry.ts';
import { begin } from '../stream/evolve.ts';
import { openingFact } from '../stream/opening-fact.ts';
import type { Terms } from '../terms/terms.ts';
import { HISTORY_ROWS, insertRows } from './insert-rows.ts';
import { FIRST_PREDECESSOR } from './open-stream.ts';
import type { Ledger } from './ledger.ts';
import { toRows, type LedgerRow } from './rows.ts';
import { seal } from './seal.ts';

export interface History {
  terms: Terms;
  openedAt: number;
  /** In the order of their times. One is taken when those before it were decided. */
  decisions: Iterable<PastDecision>;
}

/**
 * Writes a stream that has a past, by the same decisions that would have written it then. For seeds and benchmarks.
 * `landed` gets the rows of each insert.
 */
export async function writeHistory(
  { db, key }: Pick<Ledger, 'db' | 'key'>,
  userId: string,
  {
    landed = () => Promise.resolve(),
    ...history
  }: History & { landed?: (rows: LedgerRow[]) => Promise<void> },
): Promise<void> {
  let mac = FIRST_PREDECESSOR;
  for (const entries of inInserts(entriesOf(history))) {
    const rows = seal(toRows(userId, entries), mac, key);
    await insertRows(db, rows);
    await landed(rows);
    mac = rows.at(-1)?.mac ?? mac;
  }
}

function* entriesOf({ terms, openedAt, decisions }: History): Generator<Entry> {
  const fact = openingFact(terms, openedAt);
  const state = begin(fact);
  yield { fact, state };
  yield* decidePast(state, decisions);
}

function* inInserts(entries: Iterable<Entry>): Generator<Entry[]> {
  let some: Entry[] = [];
  for (const entry of entries) {
    some.push(entry);
    if (some.length < HISTORY_ROWS) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
