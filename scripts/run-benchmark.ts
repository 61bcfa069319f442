import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './run-command.ts';

export interface BenchmarkRun {
  server: { url: string | undefined; dataDirectory: string; cacheDirectory: string };
  rows: number;
  report: (step: string) => void;
}

interface Benchmark<Result extends object> {
  /** Of the npm script. */
  name: string;
  leastRows: number;
  run: (options: BenchmarkRun) => Promise<Result>;
  format: (result: Result) => string;
}

const DEFAULT_ROWS = 3_000_000;
const MOST_ROWS = 10_000_000;

/** Runs a benchmark as the command line asks for it, and prints what it found beside the machine that it found it on. */
export async function runBenchmark<Result extends object>(benchmark: Benchmark<Result>): Promise<void> {
  const usage = `npm run ${benchmark.name} -- [--json] [--database mariadb|mysql] [--rows N]`;
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      database: { type: 'string', default: 'mariadb' },
      rows: { type: 'string', default: String(DEFAULT_ROWS) },
    },
  });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < benchmark.leastRows || rows > MOST_ROWS) throw new RangeError(usage);
  const url = serverUrl(values.database, usage);
  await mkdir(join(root, '.data'), { recursive: true, mode: 0o700 });
  const dataDirectory = await mkdtemp(join(root, '.data', 'benchmark-'));
  try {
    const result = await benchmark.run({
      server: { url, dataDirectory, cacheDirectory: join(root, '.data', 'mariadb') },
      rows,
      report: (step) => console.error(step),
    });
    const machine = {
      cpus: cpus().length,
      model: cpus()[0]?.model ?? 'unknown',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    };
    const computer = `${machine.cpus} × ${machine.model}, ${machine.memoryGiB} GiB`;
    console.log(
      values.json
        ? JSON.stringify({ machine, ...result }, null, 2)
        : `${computer}\n${benchmark.format(result)}`,
    );
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** A private server, or the one that TEST_MYSQL_URL names. */
function serverUrl(database: string, usage: string): string | undefined {
  if (database === 'mariadb') return undefined;
  const url = process.env.TEST_MYSQL_URL;
  if (database !== 'mysql' || !url) {
    throw new Error(`${usage}\nmysql is the server that TEST_MYSQL_URL names.`);
  }
  return url;
}
