import { ledger as table, type Database } from '@resumint/drizzle';
import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { decodeCarried } from '../ledger/carried.ts';
import { signCheckpoint } from '../ledger/checkpoint.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { toFact } from '../ledger/read-rows.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import type { LedgerKey } from '../ledger/ledger-key.ts';
import type { Fact } from '../stream/fact.ts';
import { decodeTerms } from '../terms/terms-text.ts';
import type { Terms } from '../terms/terms.ts';
import { countQuarters } from '../usage/count-quarters.ts';
import { correctedBefore, countUsage } from '../usage/count-usage.ts';
import { alertsOf, type NewAlert } from './alerts-of.ts';
import { inquiriesOf } from './inquiries-of.ts';
import { readPosition, type NewPosition, type Position } from './position.ts';
import { verifyChain } from './verify-chain.ts';
import { writeFollowed } from './write-followed.ts';

const MOST_ENTRIES = 500;
/** Others follow the same stream, and each time were faster. */
const MOST_LOST_RACES = 20;

/**
 * Follows a stream to its end, and gives how many entries that were. Each entry has its effect once, whoever else
 * follows and wherever this is cut off: its effects land together with the position after it. Throws a
 * `BrokenStreamError` where the stream does not hold together; what is before that page was followed.
 */
export async function followStream(
  ledger: Ledger,
  userId: string,
  mostEntries = MOST_ENTRIES,
): Promise<number> {
  let followed = 0;
  for (let lost = 0; lost < MOST_LOST_RACES; lost += 1) {
    let from = await readPosition(ledger, userId);
    for (;;) {
      const rows = await readEntries(ledger.db, userId, { after: from.seq, limit: mostEntries });
      if (rows.length === 0) return followed;
      verifyChain(rows, from, ledger.key);
      const to = await followRows(ledger, rows, from);
      if (!to) break;
      followed += rows.length;
      from = to;
      if (rows.length < mostEntries) return followed;
    }
  }
  throw new Error(`${userId} is followed by others, who do not come to its end`);
}

/** Gives rows that come right after a position their effects. Null where somebody else has moved it. */
export async function followRows(
  { db, key }: Pick<Ledger, 'db' | 'key'>,
  rows: LedgerRow[],
  from: Position,
): Promise<Position | null> {
  const last = rows.at(-1);
  if (!last) return from;
  const to = positionAt(last, key);
  const effects = await effectsOf(db, rows, from);
  return (await writeFollowed(db, { userId: last.userId, from, to, ...effects })) ? to : null;
}

function readEntries(
  db: Database,
  userId: string,
  { after, limit }: { after: number; limit: number },
): Promise<LedgerRow[]> {
  return db
    .select()
    .from(table)
    .where(and(eq(table.userId, userId), gt(table.seq, after)))
    .orderBy(asc(table.seq))
    .limit(limit);
}

async function effectsOf(db: Database, rows: LedgerRow[], from: Position) {
  const facts = rows.map(toFact);
  const earlier = await readOperations(db, rows, { ids: correctedBefore(facts), upTo: from.seq });
  return {
    usage: countUsage(facts, earlier),
    quarters: countQuarters(facts, earlier),
    alerts: await readAlerts(db, rows),
    inquiries: inquiriesOf(facts),
  };
}

/** Only a head carries its open holds. Where a page ends within an append, the page after it says when they are due. */
function positionAt({ userId, seq, mac, carried }: LedgerRow, key: LedgerKey): NewPosition {
  const due = carried === null ? [] : decodeCarried(carried).open.map(({ expiresAt }) => expiresAt);
  const signature = signCheckpoint({ userId, seq, mac }, key);
  return { seq, mac, signature, nextExpiryAt: due.length === 0 ? null : new Date(Math.min(...due)) };
}

async function readOperations(
  db: Database,
  [first]: LedgerRow[],
  { ids, upTo }: { ids: string[]; upTo: number },
): Promise<Fact[]> {
  if (!first || ids.length === 0) return [];
  const rows = await db
    .select()
    .from(table)
    .where(and(eq(table.userId, first.userId), inArray(table.operationId, ids), lte(table.seq, upTo)))
    .orderBy(asc(table.seq));
  return rows.map(toFact);
}

async function readAlerts(db: Database, rows: LedgerRow[]): Promise<NewAlert[]> {
  const crossing = rows.filter(({ crossed }) => crossed !== null);
  const [first] = crossing;
  if (!first) return [];
  const termsSeqs = [...new Set(crossing.map(({ termsSeq }) => termsSeq))];
  const entries = await db
    .select({ seq: table.seq, terms: table.terms })
    .from(table)
    .where(and(eq(table.userId, first.userId), inArray(table.seq, termsSeqs)));
  return alertsOf(crossing, (seq) => termsIn(entries, seq));
}

function termsIn(entries: Pick<LedgerRow, 'seq' | 'terms'>[], wanted: number): Terms {
  const entry = entries.find(({ seq }) => seq === wanted);
  if (entry?.terms == null) throw new Error(`entry ${wanted} has no terms, though others refer to it`);
  return decodeTerms(entry.terms).inForce;
}
