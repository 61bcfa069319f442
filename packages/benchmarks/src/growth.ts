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
import { inTurn, median } from './measure.ts';

type Work = 'hold' | 'settle' | 'quote' | 'summary';

export interface Size {
  rows: number;
  bytesPerCall: number;
  p50Ms: Record<Work, number>;
}

/** A ledger of some size, spread over a few people. */
export interface Filled {
  database: BenchmarkDatabase;
  ledger: Ledger;
  userIds: string[];
}

const PEOPLE = 30;
const SAMPLES = 300;
const CALL_EVERY_MS = 60_000;
const CALL_TAKES_MS = 3_000;

export async function fillLedger(
  database: BenchmarkDatabase,
  { secret, rows }: { secret: string; rows: number },
): Promise<Filled> {
  const ledger = createLedger({ db: await database.open(database.directUrl), secret });
  const userIds = Array.from({ length: PEOPLE }, (_, index) => `usr_of_${rows}_${index}`);
  await fill(database, ledger, { userIds, calls: Math.floor(rows / PEOPLE / 2) });
  return { database, ledger, userIds };
}

/** What each work takes on each ledger, in turn, so that a slow moment of the machine slows all of them. */
export async function measureSizes(filled: readonly Filled[], price: Price): Promise<Size[]> {
  const sizes = await Promise.all(
    filled.map(async (of) => ({
      of,
      rows: Number(await of.database.value('select count(*) as value from ledger')),
      bytesPerCall: await bytesPerCallOf(of.database),
      taken: noneTaken(),
    })),
  );
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const { of, taken } of inTurn(sizes, sample)) {
      const works = worksOn(of, { userId: of.userIds[sample % PEOPLE] ?? '', price });
      for (const work of WORKS) taken[work].push(await millisecondsOf(works[work]));
    }
  }
  return sizes.map(({ rows, bytesPerCall, taken: { hold, settle, quote, summary } }) => ({
    rows,
    bytesPerCall,
    p50Ms: { hold: median(hold), settle: median(settle), quote: median(quote), summary: median(summary) },
  }));
}

/** In the order in which a call needs them. */
const WORKS: readonly Work[] = ['hold', 'settle', 'quote', 'summary'];

const noneTaken = (): Record<Work, number[]> => ({ hold: [], settle: [], quote: [], summary: [] });

function worksOn(
  { ledger, userIds: [followed = ''] }: Filled,
  { userId, price }: { userId: string; price: Price },
): Record<Work, () => Promise<unknown>> {
  const operationId = newOperationId(userId);
  return {
    hold: () => hold(ledger, userId, operationId),
    settle: () => settle(ledger, userId, operationId),
    quote: () => quoteFor(ledger, userId, price),
    summary: () => readUsage(ledger, followed),
  };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
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
export async function bytesPerCallOf({ pool, value }: BenchmarkDatabase): Promise<number> {
  await pool.query('analyze table ledger');
  const bytes = await value(
    "select data_length + index_length as value from information_schema.tables where table_schema = database() and table_name = 'ledger'",
  );
  return Number(bytes) / Number(await value("select count(*) as value from ledger where kind = 'settle'"));
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
