import { ledger as table } from '@resumint/drizzle';
import { begin } from '../stream/evolve.ts';
import { openingFact } from '../stream/opening-fact.ts';
import type { Terms } from '../terms/terms.ts';
import type { Ledger } from './ledger.ts';
import { readClock, readStream } from './read-stream.ts';
import { toRows } from './rows.ts';
import { seal } from './seal.ts';

/** The predecessor that the first entry of a stream is chained to. */
export const FIRST_PREDECESSOR = '';

/** Opens a user's stream. Safe to repeat and to race: a stream has one first entry, and a later call finds it. */
export async function openStream(ledger: Ledger, userId: string, terms: Terms): Promise<void> {
  const fact = openingFact(terms, await readClock(ledger));
  const rows = seal(toRows(userId, [{ fact, state: begin(fact) }]), FIRST_PREDECESSOR, ledger.key);
  try {
    await ledger.db.insert(table).values(rows);
  } catch (error) {
    if (!(await readStream(ledger, userId, []))) throw error;
  }
}
