import type { Planted } from './fleet/messages.ts';
import { buildReport, type ProofReport } from './report/build-report.ts';
import { provePass, type Pass } from './run/prove-pass.ts';
import type { Driver } from './stage/open-database.ts';
import { openStage, type StageOptions } from './stage/open-stage.ts';

export interface ProofOptions extends StageOptions {
  driver: Driver;
  /** Calls in all. Those about the end of a day come on top. */
  operations: number;
  seed: number;
  /** Whether processes combine what they write to one stream; both: half of the calls each way. */
  combiner: 'on' | 'off' | 'both';
  people?: number;
  /** Processes at a time, and calls that each has at a time. */
  slots?: number;
  concurrency?: number;
  /** Fewer make the run void. */
  leastKills?: number;
  planted?: Planted;
  log?: (line: string) => void;
}

const PEOPLE = 200;
const SLOTS = 5;
const CONCURRENCY = 6;
const LEAST_KILLS = 50;

/** Drives processes against a private server while all goes wrong that a seed has chosen, and checks the ledger. */
export async function prove(options: ProofOptions): Promise<ProofReport> {
  const { driver, operations, seed, combiner, people = PEOPLE, log = () => {} } = options;
  const { slots = SLOTS, concurrency = CONCURRENCY, planted = 'none', leastKills = LEAST_KILLS } = options;
  const startedAt = performance.now();
  const stage = await openStage(options);
  try {
    log(`${stage.version}, seed ${seed}`);
    const modes = combiner === 'both' ? [false, true] : [combiner === 'on'];
    const passes: Pass[] = [];
    for (const combine of modes) {
      log(`combiner ${combine ? 'on' : 'off'}`);
      const size = { seed, people, operations: Math.ceil(operations / modes.length) };
      const pass = await provePass(stage, { size, driver, combine, slots, concurrency, planted, log });
      log(`breaches: ${JSON.stringify(pass.checked.findings.counts)}`);
      passes.push(pass);
    }
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return buildReport(passes, {
      seed,
      server: stage.version,
      driver,
      people,
      processes: slots,
      leastKills,
      seconds,
    });
  } finally {
    await stage.close();
  }
}
