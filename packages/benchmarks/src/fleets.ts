import { createLedger, openStream, readState, type Ledger } from '@resumint/metering';
import { contend } from './contend.ts';
import type { ContenderReport } from './contender-task.ts';
import type { BenchmarkDatabase } from './database.ts';
import { startGateway } from './gateway.ts';
import { openWide, wideTerms } from './ledger-calls.ts';
import { percentiles } from './measure.ts';

const NEAR = { processes: 4, callers: 8, calls: 1_500 };
const LIMITED = { processes: 4, callers: 16, calls: 60, fitting: 50 };
/** What a call spends, as in the settlements of this benchmark. */
const TOKENS_SPENT = 1_581;
const TOKENS_HELD = 2_600;
const FAR = { processes: 16, calls: 30 };

/** Four processes with many callers each, all on one user: pairs a second together. */
export async function measureFourProcesses(
  database: BenchmarkDatabase,
  secret: string,
): Promise<{ pairsPerSecond: number; statementsPerCall: number }> {
  const userId = 'usr_four_processes';
  await openWide(await ledgerOf(database, secret), userId);
  const reports = await contend(
    Array.from({ length: NEAR.processes }, () => ({
      databaseUrl: database.directUrl,
      secret,
      userId,
      callers: NEAR.callers,
      calls: NEAR.calls,
      combine: true,
      modelMs: 0,
      mayBeRefused: false,
    })),
  );
  const calls = NEAR.processes * NEAR.calls;
  const longestMs = Math.max(...reports.map(({ elapsedMs }) => elapsedMs));
  return {
    pairsPerSecond: (calls / longestMs) * 1000,
    statementsPerCall: sum(reports, ({ statements }) => statements) / calls,
  };
}

/** Whether four processes together are admitted up to a limit and never past it. */
export async function isLimitExact(database: BenchmarkDatabase, secret: string): Promise<boolean> {
  const userId = 'usr_limited';
  const limit = (LIMITED.fitting - 1) * TOKENS_SPENT + TOKENS_HELD;
  const ledger = await ledgerOf(database, secret);
  await openStream(ledger, userId, wideTerms(BigInt(limit)));
  const reports = await contend(
    Array.from({ length: LIMITED.processes }, () => ({
      databaseUrl: database.directUrl,
      secret,
      userId,
      callers: LIMITED.callers,
      calls: LIMITED.calls,
      combine: true,
      modelMs: 0,
      mayBeRefused: true,
    })),
  );
  const { state } = await readState(ledger, userId);
  const admitted = sum(reports, (report) => report.admitted);
  const isCounted = state.day.spent.tokens === admitted * TOKENS_SPENT && state.day.held.tokens === 0;
  return isCounted && state.day.spent.tokens <= limit && admitted <= LIMITED.fitting;
}

export interface FarFleet {
  roundTripMs: number;
  /** Between a hold and its settlement. */
  modelMs: number;
  holdP50RoundTrips: number;
  holdP99RoundTrips: number;
  /** Inserts for each entry that landed. */
  triesPerEntry: number;
}

/** Sixteen processes far from the database, each a caller that appends for itself, all on one user. */
export async function measureFarFleet(
  database: BenchmarkDatabase,
  { secret, roundTripMs, modelMs }: { secret: string; roundTripMs: number; modelMs: number },
): Promise<FarFleet> {
  const userId = `usr_far_${roundTripMs}_${modelMs}`;
  await openWide(await ledgerOf(database, secret), userId);
  const gateway = await startGateway(database.directUrl, roundTripMs);
  try {
    const reports = await contend(
      Array.from({ length: FAR.processes }, () => ({
        databaseUrl: gateway.url,
        secret,
        userId,
        callers: 1,
        calls: FAR.calls,
        combine: false,
        modelMs,
        mayBeRefused: false,
      })),
    );
    const { p50Ms, p99Ms } = percentiles(reports.flatMap(({ holdLatencies }) => holdLatencies));
    return {
      roundTripMs,
      modelMs,
      holdP50RoundTrips: p50Ms / roundTripMs,
      holdP99RoundTrips: p99Ms / roundTripMs,
      triesPerEntry: sum(reports, ({ inserts }) => inserts) / (2 * FAR.processes * FAR.calls),
    };
  } finally {
    await gateway.stop();
  }
}

async function ledgerOf(database: BenchmarkDatabase, secret: string): Promise<Ledger> {
  return createLedger({ db: await database.open(database.directUrl), secret });
}

function sum(reports: readonly ContenderReport[], of: (report: ContenderReport) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}
