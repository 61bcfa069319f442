import { ledger as table, streamPositions } from '@resumint/drizzle';
import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import { signCheckpoint, type Checkpoint } from '../ledger/checkpoint.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FIRST_PREDECESSOR } from '../ledger/open-stream.ts';
import { readClock } from '../ledger/read-stream.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { macOf } from '../ledger/seal.ts';
import { auditRows, type AuditStart } from './audit-rows.ts';
import { concludeAudit, type StreamAudit } from './conclude-audit.ts';
import type { AuditFinding } from './finding.ts';

/** Where an audit begins: at the first entry, at the signed checkpoint, or at an entry, whose totals are taken as they are. */
export type AuditFrom = 'start' | 'checkpoint' | { seq: number };

const ROWS_A_PAGE = 1_000;

/**
 * Verifies a stream: that no entry is missing, edited or made up, and that every running total is the sum of its
 * entries. Without a checkpoint that this application signed it begins at the first entry, whatever was asked for.
 * Reads pages of bounded size, each by the person's id.
 */
export async function auditStream(
  ledger: Ledger,
  userId: string,
  { from = 'start' }: { from?: AuditFrom } = {},
): Promise<StreamAudit> {
  // Before the entries: those that it covers are there when they are read.
  const { checkpoint, findings } = await readCheckpoint(ledger, userId);
  const base = await readBase(ledger, userId, { from, checkpoint });
  findings.push(...base.findings);
  const audited = await auditRows(readRows(ledger, userId, base.seq), {
    ...base,
    key: ledger.key,
    checkpoint,
    known: checkpoint,
  });
  return concludeAudit(audited, {
    kind: base.kind,
    seq: base.seq,
    clock: await readClock(ledger),
    findings,
  });
}

async function readCheckpoint(
  { db, key }: Ledger,
  userId: string,
): Promise<{ checkpoint: Checkpoint | null; findings: AuditFinding[] }> {
  const [position] = await db.select().from(streamPositions).where(eq(streamPositions.userId, userId));
  if (!position) return { checkpoint: null, findings: [] };
  const { seq, mac, signature } = position;
  const checkpoint = { userId, seq, mac };
  if (signCheckpoint(checkpoint, key) === signature) return { checkpoint, findings: [] };
  const detail = 'the checkpoint that names it is not signed by this application, and was not used';
  return { checkpoint: null, findings: [{ seq, problem: 'forgedCheckpoint', detail }] };
}

type Base = Pick<AuditStart, 'predecessor' | 'seq' | 'terms'> & {
  kind: StreamAudit['from']['kind'];
  findings: AuditFinding[];
};

const START: Base = { kind: 'start', predecessor: FIRST_PREDECESSOR, seq: 1, terms: null, findings: [] };

/** What stands before the first entry that is looked at: its predecessor's seal, and the terms in force. */
async function readBase(
  ledger: Ledger,
  userId: string,
  { from, checkpoint }: { from: AuditFrom; checkpoint: Checkpoint | null },
): Promise<Base> {
  const seq = from === 'checkpoint' ? (checkpoint?.seq ?? 1) : from === 'start' ? 1 : from.seq;
  if (seq <= 1) return START;
  const [row, before] = await ledger.db
    .select()
    .from(table)
    .where(and(eq(table.userId, userId), lte(table.seq, seq)))
    .orderBy(desc(table.seq))
    .limit(2);
  if (!row || row.seq <= 1) return START;
  const kind = from === 'checkpoint' ? 'checkpoint' : 'entry';
  const predecessor = before?.seq === row.seq - 1 ? before.mac : null;
  const base = { kind, predecessor, seq: row.seq } as const;
  if (row.termsSeq >= row.seq) return { ...base, terms: null, findings: [] };
  const terms = await readSealed(ledger, userId, row.termsSeq);
  return { ...base, ...terms };
}

/** One entry, verified by the one before it. */
async function readSealed(
  { db, key }: Ledger,
  userId: string,
  seq: number,
): Promise<Pick<Base, 'terms' | 'findings'>> {
  const rows = await db
    .select()
    .from(table)
    .where(and(eq(table.userId, userId), inArray(table.seq, [seq - 1, seq])))
    .orderBy(desc(table.seq));
  const [row, before] = rows;
  if (row?.seq !== seq) {
    return {
      terms: null,
      findings: [{ seq, problem: 'missing', detail: 'is not there, though its terms are in force' }],
    };
  }
  const predecessor = before ? before.mac : FIRST_PREDECESSOR;
  if (macOf(row, predecessor, key) === row.mac) return { terms: row, findings: [] };
  const detail = 'is not what was sealed, or the one before it is not, and its terms are in force';
  return { terms: null, findings: [{ seq, problem: 'edited', detail }] };
}

async function* readRows({ db }: Ledger, userId: string, from: number): AsyncGenerator<LedgerRow> {
  // From the start, whatever stands before the first entry is found too.
  let after = from <= 1 ? null : from - 1;
  for (;;) {
    const rows = await db
      .select()
      .from(table)
      .where(and(eq(table.userId, userId), after === null ? undefined : gt(table.seq, after)))
      .orderBy(asc(table.seq))
      .limit(ROWS_A_PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_PAGE) return;
    after = last.seq;
  }
}
