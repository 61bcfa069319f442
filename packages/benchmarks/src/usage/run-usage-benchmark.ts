import { HEAVY } from '@resumint/seed';
import { openDatabase, type BenchmarkDatabase, type ServerOptions } from '../database.ts';
import { percentile } from '../measure.ts';
import { cursorsOf, fill, PERSON, type Extent, type Filling } from './fill.ts';
import { measureReads, type Ledgers, type Place, type Times } from './measure-reads.ts';
import { servePerson } from './serve-person.ts';
import { USAGE_READS } from './usage-reads.ts';

export interface UsageBenchmarkOptions {
  server: ServerOptions;
  /** How many ledger rows the larger size has. */
  rows: number;
  report: (step: string) => void;
}

type ByName = Record<string, number>;
type Driver = 'directUrl' | 'httpUrl';

export interface UsageBenchmark {
  server: { version: string; settings: Record<string, string> };
  /** What is compared. */
  ledgers: Ledgers<Extent>;
  against: Record<string, 'samePace' | 'samePeriod'>;
  /** Median in the larger ledger by that in the smaller one, by read. */
  growth: ByName;
  /** In the larger ledger, by read: from the request to the last byte of the response. */
  p95Ms: ByName;
  p50Ms: { small: ByName; large: ByName };
  /** The same over HTTP through the gateway, as `npm start` reaches its database. */
  overHttp: { growth: ByName; p95Ms: ByName };
}

const SECRET = 'a secret of the benchmark, of 32 letters or more';
const FEWER_ROWS = 10_000;
const SAMPLES = 200;

/** Fills ledgers, and reads in them what the screens of usage and billing read, one request after the other. */
export async function runUsageBenchmark({
  server,
  rows,
  report,
}: UsageBenchmarkOptions): Promise<UsageBenchmark> {
  const samePace = await openDatabase(server);
  const beside = { ...server, url: samePace.directUrl };
  const samePeriod = await openDatabase({ ...beside, name: `${samePace.name}_period` });
  const large = await openDatabase({ ...beside, name: `${samePace.name}_large` });
  try {
    const { version, settings } = samePace;
    report(`${version}, ${JSON.stringify(settings)}`);
    const filled = async (database: BenchmarkDatabase, filling: Filling): Promise<Filled> => ({
      database,
      extent: await fill(database, filling, { secret: SECRET, report }),
    });
    const ledgers = {
      samePace: await filled(samePace, { rows: FEWER_ROWS }),
      samePeriod: await filled(samePeriod, { rows: FEWER_ROWS, days: HEAVY.days }),
      large: await filled(large, { rows }),
    };
    report('reading');
    const direct = await measureBy('directUrl', ledgers);
    report('reading over HTTP');
    const http = await measureBy('httpUrl', ledgers);
    return {
      server: { version, settings },
      ledgers: {
        samePace: ledgers.samePace.extent,
        samePeriod: ledgers.samePeriod.extent,
        large: ledgers.large.extent,
      },
      against: Object.fromEntries(USAGE_READS.map(({ name, against }) => [name, against])),
      growth: growthOf(direct),
      p95Ms: ofEach(direct, (times) => percentile(times.large, 0.95)),
      p50Ms: {
        small: ofEach(direct, (times) => percentile(times.small, 0.5)),
        large: ofEach(direct, (times) => percentile(times.large, 0.5)),
      },
      overHttp: {
        growth: growthOf(http),
        p95Ms: ofEach(http, (times) => percentile(times.large, 0.95)),
      },
    };
  } finally {
    // The first has the server.
    for (const database of [large, samePeriod, samePace]) await database.close();
  }
}

interface Filled {
  database: BenchmarkDatabase;
  extent: Extent;
}

async function measureBy(driver: Driver, { samePace, samePeriod, large }: Ledgers<Filled>): Promise<Times> {
  const places = {
    samePace: await open(samePace, driver),
    samePeriod: await open(samePeriod, driver),
    large: await open(large, driver),
  };
  return measureReads(places, { samples: SAMPLES });
}

async function open({ database, extent }: Filled, driver: Driver): Promise<Place> {
  const db = await database.open(database[driver]);
  const email = `${driver.toLowerCase()}@example.com`;
  const served = await servePerson(db, { ...PERSON, email, secret: SECRET });
  return { ...served, cursors: await cursorsOf(database, extent) };
}

function growthOf(times: Times): ByName {
  return ofEach(times, ({ small, large }) => percentile(large, 0.5) / percentile(small, 0.5));
}

function ofEach(times: Times, of: (times: Times[string]) => number): ByName {
  return Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, of(taken)]));
}
