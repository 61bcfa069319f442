import { createId, ledger as table, ledgerNotes, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import {
  decideAdjust,
  decideHold,
  decideRelease,
  decideSettle,
  decideTerms,
  decideZone,
  defaultTerms,
  followStream,
  writeHistory,
  type Ledger,
  type PastDecision,
} from '@resumint/metering';
import { and, count, eq, gt } from 'drizzle-orm';
import type { End, Past, PastCall, PastEvent } from './arbitrary-past.ts';

type Decide = PastDecision['decide'];
type StreamView = Parameters<Decide>[0];

const UNLIMITED = { tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null };
const NOTHING_WRITTEN = { entries: [], outcome: null };

/** Writes a person's past by the decisions of the ledger, and has it followed as far as it says. */
export async function writePast(
  { ledger, direct }: { ledger: Ledger; direct: Database },
  userId: string,
  past: Past,
): Promise<void> {
  const { zone, anchorDay, openedAt, isUnlimited, now } = past;
  const decisions = past.events
    .flatMap(decisionsOf)
    .filter(({ at }) => at <= now)
    .toSorted((left, right) => left.at - right.at);
  await writeHistory(ledger, userId, {
    terms: { ...defaultTerms(zone), anchorDay, ...(isUnlimited && { setByAdmin: UNLIMITED }) },
    openedAt,
    decisions,
  });
  await keepNotes(ledger.db, userId);
  if (past.followed === 'all') await followStream(ledger, userId);
  if (past.followed === 'half') await followHalf({ ledger, direct }, userId);
}

function decisionsOf(event: PastEvent, index: number): PastDecision[] {
  const { at } = event;
  switch (event.kind) {
    case 'call':
      return callOf(event, `op_past${index}`);
    case 'adjust': {
      const { kind: _, at: __, ...asked } = event;
      const operationId = `adj_past${index}`;
      const command = { ...asked, operationId, actor: 'usr_admin' };
      return [{ at, operationId, decide: unlessRefused((view) => decideAdjust(view, command)) }];
    }
    case 'zone': {
      const operationId = `zone_past${index}`;
      const command = { operationId, actor: 'usr_self', zone: event.zone };
      return [{ at, operationId, decide: (view) => decideZone(view, command) }];
    }
    case 'limits': {
      const operationId = `terms_past${index}`;
      const { tokensPerDay, enforcement } = event;
      const setByAdmin = { ...UNLIMITED, tokensPerDay };
      return [
        {
          at,
          operationId,
          decide: (view) =>
            decideTerms(view, {
              operationId,
              actor: 'usr_admin',
              change: (terms) => ({ ...terms, setByAdmin, enforcement }),
            }),
        },
      ];
    }
  }
}

function callOf(
  { at, held, operation, model, lifetimeMs, ends }: PastCall,
  operationId: string,
): PastDecision[] {
  const hold: Decide = (view) =>
    decideHold(view, {
      operationId,
      operation,
      model,
      priceVersion: '2025-04-14',
      ...classesOf(held.tokens),
      ...held,
      payloadHash: 'same',
      claim: operationId,
      lifetimeMs,
    });
  return [
    { at, operationId, decide: hold },
    ...ends.map((end) => ({
      at: at + end.afterMs,
      operationId,
      decide: ifAdmitted((view) => decideEnd(view, operationId, end)),
    })),
  ];
}

function decideEnd(view: StreamView, operationId: string, end: End): ReturnType<Decide> {
  if (end.kind === 'release') return decideRelease(view, { operationId, outcome: end.outcome });
  const { tokens, costNanos, isEstimated, outcome } = end;
  return decideSettle(view, { operationId, ...classesOf(tokens), tokens, costNanos, isEstimated, outcome });
}

function classesOf(tokens: number) {
  const outputTokens = Math.floor(tokens / 4);
  const inputTokens = tokens - outputTokens;
  return {
    inputTokens,
    outputTokens,
    cachedInputTokens: Math.floor(inputTokens / 3),
    reasoningTokens: Math.floor(outputTokens / 2),
  };
}

/** A call that was refused does not end. */
function ifAdmitted(decide: Decide): Decide {
  return (view) => (view.earlier.length === 0 ? NOTHING_WRITTEN : decide(view));
}

/** More is not given back than was used. */
function unlessRefused(decide: Decide): Decide {
  return (view) => {
    try {
      return decide(view);
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad_input') return NOTHING_WRITTEN;
      throw error;
    }
  };
}

async function keepNotes(db: Database, userId: string): Promise<void> {
  const adjustments = await db
    .select({ operationId: table.operationId, at: table.at })
    .from(table)
    .where(and(eq(table.userId, userId), eq(table.kind, 'adjust')));
  if (adjustments.length === 0) return;
  await db.insert(ledgerNotes).values(adjustments.map((made) => ({ userId, ...made, note: 'Put right.' })));
}

/** The second half is put aside while the first is followed. */
async function followHalf(
  { ledger, direct }: { ledger: Ledger; direct: Database },
  userId: string,
): Promise<void> {
  const aside = createId('user');
  const [written] = await direct.select({ entries: count() }).from(table).where(eq(table.userId, userId));
  const half = Math.ceil((written?.entries ?? 0) / 2);
  await direct
    .update(table)
    .set({ userId: aside })
    .where(and(eq(table.userId, userId), gt(table.seq, half)));
  await followStream(ledger, userId);
  await direct.update(table).set({ userId }).where(eq(table.userId, aside));
}
