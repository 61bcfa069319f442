import {
  createLedger,
  decideHold,
  decideSettle,
  followStream,
  quote,
  readHistory,
  readState,
  readUsage,
  writeHistory,
  type Ledger,
  type PastDecision,
  type PlannedCall,
  type Price,
} from '@resumint/metering';
import type { BenchmarkDatabase } from './database.ts';
import {
  hold,
  holdCommand,
  MODEL,
  newOperationId,
  OPERATION,
  settle,
  settleCommand,
  wideTerms,
} from './ledger-calls.ts';
import { measure } from './measure.ts';

export interface Size {
  rows: number;
  bytesPerCall: number;
  p50Ms: { hold: number; settle: number; quote: number; summary: number };
}

const PEOPLE = 30;
const SAMPLES = 300;
const CALL_EVERY_MS = 60_000;
const CALL_TAKES_MS = 3_000;

/** What hold, settle, quote and summary take when the ledger has so many rows, spread over a few people. */
export async function measureSize(
  database: BenchmarkDatabase,
  { secret, price, rows }: { secret: string; price: Price; rows: number },
): Promise<Size> {
  const ledger = createLedger({ db: await database.open(database.directUrl), secret });
  const userIds = Array.from({ length: PEOPLE }, (_, index) => `usr_of_${rows}_${index}`);
  await fill(database, ledger, { userIds, calls: Math.floor(rows / PEOPLE / 2) });
  return {
    rows: Number(await database.value('select count(*) as value from ledger')),
    bytesPerCall: await bytesPerCall(database),
    p50Ms: await measureAll(ledger, userIds, price),
  };
}

/**
 * One stream by the ledger's own code, followed to its end. The others are copies of its rows, whose seals nobody who is
 * measured looks at, and which therefore cannot be followed.
 */
async function fill(
  { pool, value }: BenchmarkDatabase,
  ledger: Ledger,
  { userIds: [template = '', ...copies], calls }: { userIds: string[]; calls: number },
): Promise<void> {
  const openedAt = Date.now() - (calls + 1) * CALL_EVERY_MS;
  await writeHistory(ledger, template, {
    terms: wideTerms(),
    openedAt,
    decisions: callsSince(openedAt, calls),
  });
  await followStream(ledger, template);
  const columns = String(
    await value(
      "select group_concat(concat('`', column_name, '`') order by ordinal_position) as value from information_schema.columns where table_schema = database() and table_name = 'ledger'",
    ),
  );
  const copied = columns.replace('`user_id`', '?');
  for (const copy of copies) {
    await pool.query(`insert into ledger (${columns}) select ${copied} from ledger where user_id = ?`, [
      copy,
      template,
    ]);
  }
}

function* callsSince(openedAt: number, calls: number): Generator<PastDecision> {
  for (let index = 0; index < calls; index += 1) {
    const operationId = newOperationId('history');
    const at = openedAt + (index + 1) * CALL_EVERY_MS;
    yield { at, operationId, decide: (view) => decideHold(view, holdCommand(operationId)) };
    const endedAt = at + CALL_TAKES_MS;
    yield { at: endedAt, operationId, decide: (view) => decideSettle(view, settleCommand(operationId)) };
  }
}

/** Of the ledger with its indexes, by the calls that have ended. */
export async function bytesPerCall({ pool, value }: BenchmarkDatabase): Promise<number> {
  await pool.query('analyze table ledger');
  const bytes = await value(
    "select data_length + index_length as value from information_schema.tables where table_schema = database() and table_name = 'ledger'",
  );
  return Number(bytes) / Number(await value("select count(*) as value from ledger where kind = 'settle'"));
}

async function measureAll(ledger: Ledger, userIds: string[], price: Price): Promise<Size['p50Ms']> {
  const userAt = (index: number) => userIds[index % userIds.length] ?? '';
  const held = Array.from({ length: SAMPLES }, (_, index) => newOperationId(userAt(index)));
  const once = (work: (index: number) => Promise<unknown>) => measure({ callers: 1, times: SAMPLES }, work);
  const holds = await once((index) => hold(ledger, userAt(index), held[index] ?? ''));
  const settles = await once((index) => settle(ledger, userAt(index), held[index] ?? ''));
  const quotes = await once((index) => quoteFor(ledger, userAt(index), price));
  const summaries = await once(() => readUsage(ledger, userAt(0)));
  return { hold: holds.p50Ms, settle: settles.p50Ms, quote: quotes.p50Ms, summary: summaries.p50Ms };
}

async function quoteFor(ledger: Ledger, userId: string, price: Price): Promise<void> {
  const [{ state }, history] = await Promise.all([
    readState(ledger, userId),
    readHistory(ledger, userId, { operation: OPERATION, model: MODEL }),
  ]);
  quote(state, { call: PLANNED, price, otherPrices: [], history });
}

const PLANNED: PlannedCall = {
  operation: OPERATION,
  subjectId: 'res_1',
  request: { model: MODEL, instructions: '', input: '', maxOutputTokens: 1_200 },
  inputTokens: 1_400,
  expectedOutputTokens: 400,
  leastOutputTokens: 200,
  otherModels: [],
};
