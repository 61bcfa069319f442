import { ledger as table } from '@resumint/drizzle';
import { asc, eq } from 'drizzle-orm';
import type { Entry } from '../stream/entry.ts';
import { begin, evolve } from '../stream/evolve.ts';
import type { State } from '../stream/state.ts';
import type { Ledger } from './ledger.ts';
import { FIRST_PREDECESSOR } from './open-stream.ts';
import { toFact } from './read-rows.ts';
import { toRows, type LedgerRow } from './rows.ts';
import { macOf } from './seal.ts';

export interface AuditFinding {
  seq: number;
  problem: 'missing' | 'forged' | 'wrongTotal';
}

/**
 * Folds a stream from its first entry and holds every running total and every link of the chain against what is
 * stored. No finding means: gapless, unedited, and the head is the sum of its entries.
 */
export async function auditStream(
  { db, key }: Ledger,
  userId: string,
): Promise<{ entries: number; findings: AuditFinding[] }> {
  const rows = await db.select().from(table).where(eq(table.userId, userId)).orderBy(asc(table.seq));
  const findings: AuditFinding[] = [];
  let state: State | null = null;
  let previousMac = FIRST_PREDECESSOR;
  for (const [index, row] of rows.entries()) {
    const { seq } = row;
    if (seq !== index + 1) {
      findings.push({ seq: index + 1, problem: 'missing' });
      break;
    }
    if ((await macOf(row, previousMac, key)) !== row.mac) findings.push({ seq, problem: 'forged' });
    const entry = entryAfter(state, row);
    if (!isSame(row, userId, entry)) findings.push({ seq, problem: 'wrongTotal' });
    state = entry.state;
    previousMac = row.mac;
  }
  return { entries: rows.length, findings };
}

function entryAfter(before: State | null, row: LedgerRow): Entry {
  const fact = toFact(row);
  if (fact.kind === 'open') return { fact, state: begin(fact) };
  if (!before) throw new Error(`the stream of ${row.userId} does not begin with its opening`);
  return { fact, state: evolve(before, fact) };
}

/** Compares what is stored with what the fold gives, column by column. Only a head carries its open holds. */
function isSame(row: LedgerRow, userId: string, entry: Entry): boolean {
  const [folded] = toRows(userId, [entry]);
  if (!folded) return false;
  const carried = row.carried === null ? null : folded.carried;
  return Object.entries({ ...folded, carried }).every(([column, value]) => {
    const stored: unknown = Reflect.get(row, column);
    return value instanceof Date && stored instanceof Date
      ? value.getTime() === stored.getTime()
      : value === stored;
  });
}
