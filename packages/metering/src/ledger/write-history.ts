import { ledger as table } from '@resumint/drizzle';
import { begin } from '../stream/evolve.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { Entry } from '../stream/entry.ts';
import type { Fact } from '../stream/fact.ts';
import { openingFact } from '../stream/opening-fact.ts';
import type { Terms } from '../terms/terms.ts';
import { FIRST_PREDECESSOR } from './open-stream.ts';
import type { Ledger } from './ledger.ts';
import { toRows } from './rows.ts';
import { seal } from './seal.ts';

/** What was decided at a time that has passed. */
export interface PastDecision {
  at: number;
  operationId: string;
  decide: (view: StreamView) => Decision<unknown>;
}

const ROWS_PER_INSERT = 500;

/** Writes a stream that has a past, by the same decisions that would have written it then. For seeds and benchmarks. */
export async function writeHistory(
  ledger: Ledger,
  userId: string,
  { terms, openedAt, decisions }: { terms: Terms; openedAt: number; decisions: Iterable<PastDecision> },
): Promise<void> {
  const opening = openingFact(terms, openedAt);
  let head = begin(opening);
  const entries: Entry[] = [{ fact: opening, state: head }];
  const facts = new Map<string, Fact[]>();
  for (const { at, operationId, decide } of decisions) {
    const earlier = facts.get(operationId) ?? [];
    for (const entry of decide({ head, earlier, clock: at }).entries) {
      entries.push(entry);
      head = entry.state;
      const { fact } = entry;
      facts.set(fact.operationId, [...(facts.get(fact.operationId) ?? []), fact]);
    }
  }
  const rows = await seal(toRows(userId, entries), FIRST_PREDECESSOR, ledger.key);
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await ledger.db.insert(table).values(rows.slice(from, from + ROWS_PER_INSERT));
  }
}
