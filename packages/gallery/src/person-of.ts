import { defaultTerms, type PastDecision } from '@resumint/metering';
import { decideAdjust, readReplay, replay, type ReadReplay } from '@resumint/metering/replay';
import { DAY_MS, HOUR_MS, NOW, ZONE } from './clock.ts';
import { decisionsFor } from './decisions-for.ts';
import type { StateOf } from './state-of.ts';

export const USER_ID = 'usr_00000000000000000000000000';
export const REFUND_ID = 'adj_00000000000000000000000000';
/** Of streams that no database has. */
export const LEDGER_SECRET = 'a key that seals the streams of the gallery';

/** The entry that somebody made cheaper, where one was. */
const EDITED_SEQ = 21;

const BEFORE_ALL_MS = 60 * DAY_MS;

/** Who is in a state: their stream, by the decisions that would have written it, and read as the ledger is read. */
export function personOf({ calls, terms, refund, isTampered = false }: StateOf): ReadReplay {
  const usual = defaultTerms(ZONE);
  const openedAt = NOW - (calls.length === 0 ? HOUR_MS : BEFORE_ALL_MS);
  const decisions = [...calls.flatMap(decisionsFor), ...(refund ? [refunding(refund)] : [])];
  const stream = replay({
    terms: terms ? terms(usual) : usual,
    openedAt,
    decisions: decisions.toSorted((left, right) => left.at - right.at),
  });
  const read = readReplay(stream, { userId: USER_ID, clock: NOW, secret: LEDGER_SECRET });
  return isTampered ? { ...read, rows: read.rows.map(edited) } : read;
}

function refunding({ tokens, costNanos }: NonNullable<StateOf['refund']>): PastDecision {
  const given = { tokens: -tokens, costNanos: -costNanos, scope: 'day', reason: 'refund' } as const;
  return {
    at: NOW - HOUR_MS,
    operationId: REFUND_ID,
    decide: (view) => decideAdjust(view, { operationId: REFUND_ID, actor: 'usr_admin', ...given }),
  };
}

function edited(row: ReadReplay['rows'][number]): ReadReplay['rows'][number] {
  return row.seq === EDITED_SEQ ? { ...row, costNanos: 0n } : row;
}
