import { createLedger, OPENAI_PRICES } from '@resumint/metering';
import { openDatabase, type BenchmarkDatabase, type ServerOptions } from './database.ts';
import { isLimitExact, measureFarFleet, measureFourProcesses, type FarFleet } from './fleets.ts';
import { createFloor } from './floor.ts';
import { bytesPerCallOf, fillLedger, measureSizes, type Filled, type Size } from './growth.ts';
import { createInteractive } from './interactive.ts';
import { hold, MODEL, newOperationId, openWide } from './ledger-calls.ts';
import { measureMatrix, type Cell, type CountedLedger } from './matrix.ts';
import { createPeer } from './peer.ts';
import { medianRatio, playRound, type Round } from './rounds.ts';

export interface BenchmarkOptions {
  server: ServerOptions;
  /** How many ledger rows the larger size has. */
  rows: number;
  report: (step: string) => void;
}

export interface MeteringBenchmark {
  server: { version: string; settings: Record<string, string> };
  ratios: Ratios;
  /** That the server broke during the ledger's own work, found and decided again. */
  deadlocks: number;
  /** Of an admission whose head is not known to the process, over HTTP, where each statement is one. */
  roundTripsAllow: number;
  /** Statements of the same admission by the `mysql` driver. */
  statementsAllow: number;
  pairsFourProcesses: number;
  isLimitExact: boolean;
  farFleets: FarFleet[];
  sizes: Size[];
  /** Of the calls of all rounds, which many people made in turns, so that pages of the ledger are split. */
  bytesPerCallInTurns: number;
  matrix: Cell[];
  rounds: Round[];
}

export interface Ratios {
  pairsManyVsFloor: number;
  pairsManyVsPeer: number;
  pairsManyVsInteractive: number;
  pairsHotVsFloor: number;
  pairsHotVsPeer: number;
  holdP50VsBareUpdate: number;
  coldHoldP50VsBareUpdate: number;
  httpVsMysqlPairs: number;
  growth: Size['p50Ms'];
}

const SECRET = 'a secret of the benchmark, of 32 letters or more';
const USERS = 1_000;
const ROUNDS = 7;
const FEWER_ROWS = 10_000;
const ROUND_TRIPS_MS = [20, 60];
/** As an AI call takes, and nothing at all: each process then writes without a pause. */
const MODEL_MS = [3_000, 0];

/** Everything in one run on one server. Takes 15 to 20 minutes. */
export async function runMeteringBenchmark({
  server,
  rows,
  report,
}: BenchmarkOptions): Promise<MeteringBenchmark> {
  const database = await openDatabase(server);
  try {
    report(`${database.version}, ${JSON.stringify(database.settings)}`);
    const userIds = Array.from({ length: USERS }, (_, index) => `usr_bench_${index}`);
    const [mysql, http] = [await count(database, 'mysql'), await count(database, 'http')];
    for (const userId of userIds) await openWide(mysql.ledger, userId);
    const subjects = {
      floor: await createFloor(database.pool, userIds),
      interactive: await createInteractive(database.pool, userIds),
      peer: await createPeer(database.pool, database.name),
      mysql: mysql.ledger,
      http: http.ledger,
    };
    const roundTripsAllow = await countHoldStatements(database, 'http');
    const statementsAllow = await countHoldStatements(database, 'mysql');
    const rounds: Round[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      report(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
      const played = await playRound(subjects, userIds, { round, countDeadlocks: database.deadlocks });
      if (round > 0) rounds.push(played);
    }
    const bytesPerCallInTurns = await bytesPerCallOf(database);
    report('callers and drivers');
    const deadlocksBefore = await database.deadlocks();
    const matrix = await measureMatrix([mysql, http], userIds);
    report('processes on one user');
    const four = await measureFourProcesses(database, SECRET);
    const isExact = await isLimitExact(database, SECRET);
    const farFleets: FarFleet[] = [];
    for (const roundTripMs of ROUND_TRIPS_MS) {
      for (const modelMs of MODEL_MS) {
        farFleets.push(await measureFarFleet(database, { secret: SECRET, roundTripMs, modelMs }));
      }
    }
    const deadlocks = rounds.reduce(
      (sum, round) => sum + round.deadlocks,
      (await database.deadlocks()) - deadlocksBefore,
    );
    const sizes = await measureGrowth(database, { server, rows, report });
    return {
      server: { version: database.version, settings: database.settings },
      ratios: ratiosOf(rounds, sizes),
      deadlocks,
      roundTripsAllow,
      statementsAllow,
      pairsFourProcesses: four.pairsPerSecond,
      isLimitExact: isExact,
      farFleets,
      sizes,
      bytesPerCallInTurns,
      matrix,
      rounds,
    };
  } finally {
    await database.close();
  }
}

async function count(database: BenchmarkDatabase, driver: 'mysql' | 'http'): Promise<CountedLedger> {
  let statements = 0;
  const url = driver === 'mysql' ? database.directUrl : database.httpUrl;
  const db = await database.open(url, () => (statements += 1));
  return {
    driver,
    ledger: createLedger({ db, secret: SECRET, combine: true }),
    statements: () => statements,
  };
}

/** What a caller waits for whose head is not known to the process yet: statements one after the other. */
async function countHoldStatements(database: BenchmarkDatabase, driver: 'mysql' | 'http'): Promise<number> {
  const { ledger, statements } = await count(database, driver);
  const userId = `usr_counted_${driver}`;
  await openWide(ledger, userId);
  const before = statements();
  await hold(ledger, userId, newOperationId(userId));
  return statements() - before;
}

/** On ledgers beside each other, of few rows and of many. */
async function measureGrowth(
  { name, directUrl }: BenchmarkDatabase,
  { server, rows, report }: BenchmarkOptions,
): Promise<Size[]> {
  const [price] = OPENAI_PRICES.filter(({ model }) => model === MODEL);
  if (!price) throw new Error(`there is no price of ${MODEL}`);
  const filled: Filled[] = [];
  try {
    for (const size of [FEWER_ROWS, rows]) {
      report(`${size} rows`);
      const database = await openDatabase({ ...server, url: directUrl, name: `${name}_${size}` });
      filled.push(await fillLedger(database, { secret: SECRET, rows: size }));
    }
    return await measureSizes(filled, price);
  } finally {
    for (const { database } of filled) await database.close();
  }
}

function ratiosOf(rounds: readonly Round[], [small, large]: readonly Size[]): Ratios {
  const ratio = (of: (round: Round) => number) => medianRatio(rounds, of);
  const growth = (name: keyof Size['p50Ms']) => (large?.p50Ms[name] ?? NaN) / (small?.p50Ms[name] ?? NaN);
  return {
    pairsManyVsFloor: ratio(({ many }) => many.mysql.perSecond / many.floor.perSecond),
    pairsManyVsPeer: ratio(({ many }) => many.mysql.perSecond / many.peer.perSecond),
    pairsManyVsInteractive: ratio(({ many }) => many.mysql.perSecond / many.interactive.perSecond),
    pairsHotVsFloor: ratio(({ hot }) => hot.mysql.perSecond / hot.floor.perSecond),
    pairsHotVsPeer: ratio(({ hot }) => hot.mysql.perSecond / hot.peer.perSecond),
    holdP50VsBareUpdate: ratio(({ alone }) => alone.hold.p50Ms / alone.update.p50Ms),
    coldHoldP50VsBareUpdate: ratio(({ alone }) => alone.coldHold.p50Ms / alone.update.p50Ms),
    httpVsMysqlPairs: ratio(({ many }) => many.http.perSecond / many.mysql.perSecond),
    growth: {
      hold: growth('hold'),
      settle: growth('settle'),
      quote: growth('quote'),
      summary: growth('summary'),
    },
  };
}
