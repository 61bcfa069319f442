import { ledger } from '@resumint/drizzle';
import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { toFact } from '../ledger/read-rows.ts';
import { readStream } from '../ledger/read-stream.ts';
import { advance } from '../stream/advance.ts';
import type { Fact } from '../stream/fact.ts';
import { countQuarters, type QuarterRow } from './count-quarters.ts';
import { correctedBefore, COUNTED_KINDS, countUsage, type UsageRow } from './count-usage.ts';

/** The entries after a position up to a head, and what has fallen due on it and is not written yet. */
interface Stretch {
  after: number;
  upTo: number;
  due: readonly Fact[];
}

/** What the entries after a position add to the roll-up, and what has fallen due since the last of them. */
export async function readUsageAfter(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  after: number,
): Promise<UsageRow[]> {
  return readUsageIn({ db }, userId, await toHead({ db }, userId, after));
}

/** What a stretch adds to the roll-up. */
export async function readUsageIn(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  stretch: Stretch,
): Promise<UsageRow[]> {
  const { facts, earlier } = await readFacts({ db }, userId, stretch);
  return countUsage(facts, earlier);
}

/** What the entries after a position, and what has fallen due, add to the quarters of an hour. */
export async function readQuartersAfter(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  after: number,
): Promise<QuarterRow[]> {
  const { facts, earlier } = await readFacts({ db }, userId, await toHead({ db }, userId, after));
  return countQuarters(facts, earlier);
}

/** From a position that was read before, to the head of now. */
async function toHead({ db }: Pick<Ledger, 'db'>, userId: string, after: number): Promise<Stretch> {
  const stream = await readStream({ db }, userId, []);
  if (!stream) return { after, upTo: after, due: [] };
  const { head, clock } = stream;
  return { after, upTo: head.seq, due: advance(head, clock).entries.map(({ fact }) => fact) };
}

/** With what was before of the operations that are corrected. */
async function readFacts(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { after, upTo, due }: Stretch,
): Promise<{ facts: Fact[]; earlier: Fact[] }> {
  const facts = [...(await readWritten({ db }, userId, { after, upTo })), ...due];
  const corrected = correctedBefore(facts);
  if (corrected.length === 0) return { facts, earlier: [] };
  const before = await db
    .select()
    .from(ledger)
    .where(and(eq(ledger.userId, userId), inArray(ledger.operationId, corrected)))
    .orderBy(asc(ledger.seq));
  return { facts, earlier: before.filter(({ seq }) => seq <= after).map(toFact) };
}

async function readWritten(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { after, upTo }: Omit<Stretch, 'due'>,
): Promise<Fact[]> {
  if (after >= upTo) return [];
  const rows = await db
    .select()
    .from(ledger)
    .where(
      and(
        eq(ledger.userId, userId),
        gt(ledger.seq, after),
        lte(ledger.seq, upTo),
        inArray(ledger.kind, COUNTED_KINDS),
      ),
    )
    .orderBy(asc(ledger.seq));
  return rows.map(toFact);
}
