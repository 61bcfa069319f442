import { join, resolve } from 'node:path';
import {
  BREACHES,
  openStage,
  prove,
  provePass,
  type Breach,
  type Pass,
  type Planted,
  type ProofReport,
  type Stage,
} from '@resumint/proof';
import { afterAll, beforeAll, expect, it } from 'vitest';

const cacheDirectory = join(resolve(import.meta.dirname, '../../../..'), '.data', 'mariadb');
const SETUP_MS = 600_000;
const SIZE = { seed: 7, operations: 110, people: 8 };

interface PlantedFault {
  planted: Exclude<Planted, 'none'>;
  fault: string;
  reported: Breach[];
  /** In place of those of `SIZE`. */
  operations?: number;
  /** Calls that each process has at a time. */
  concurrency?: number;
}

const PLANTED: PlantedFault[] = [
  {
    planted: 'sequenceUnchecked',
    fault: 'entries that were decided on an old head land',
    reported: ['overspend', 'brokenStreams'],
    // Calls on a stream that it breaks are tried for half a minute. All at once, so that none waits for those before.
    operations: 50,
    concurrency: 32,
  },
  { planted: 'settledTwice', fault: 'a settlement is applied twice', reported: ['doubleCharges'] },
  { planted: 'holdLost', fault: 'a hold is not stored', reported: ['lost'] },
  { planted: 'releasedInstead', fault: 'what was spent is given back', reported: ['lost'] },
  { planted: 'usageTwice', fault: 'a follower adds usage up twice', reported: ['brokenStreams'] },
  {
    planted: 'inquiryLost',
    fault: 'nobody is asked what an estimate really was',
    reported: ['brokenStreams'],
  },
  { planted: 'alertTwice', fault: 'an alert is told of again', reported: ['duplicateAlerts'] },
];

let stage: Stage;
let passes: Map<Planted, Pass>;
let wholeRun: ProofReport;

// At once, since each of them waits most of its time: for holds that fall due, and for processes that stand still.
beforeAll(async () => {
  stage = await openStage({ database: 'mariadb', cacheDirectory });
  const [whole, planted] = await Promise.all([
    proveSettledTwice(),
    Promise.all(PLANTED.map(async (fault) => [fault.planted, await run(fault)] as const)),
  ]);
  wholeRun = whole;
  passes = new Map(planted);
}, SETUP_MS);
afterAll(() => stage.close());

it.each(PLANTED)('the proof is breached when $fault', ({ planted, reported }) => {
  const counts = passes.get(planted)?.checked.findings.counts;
  const found = BREACHES.filter((breach) => counts !== undefined && counts[breach] > 0);
  expect(found).toEqual(expect.arrayContaining(reported));
});

it('a whole run of the proof in which a settlement is applied twice is breached, with combined writes too', () => {
  expect(wholeRun.breached).toBe(true);
  expect(wholeRun.doubleCharges).toBeGreaterThan(0);
});

/** On one server, which therefore nobody kills. */
function run({ planted, operations = SIZE.operations, concurrency = 8 }: PlantedFault): Promise<Pass> {
  return provePass(stage, {
    size: { ...SIZE, operations },
    driver: 'mysql',
    combine: false,
    slots: 2,
    concurrency,
    outages: [],
    planted,
    log: () => {},
  });
}

function proveSettledTwice(): Promise<ProofReport> {
  return prove({
    database: 'mariadb',
    cacheDirectory,
    driver: 'mysql',
    combiner: 'on',
    ...SIZE,
    slots: 2,
    planted: 'settledTwice',
  });
}
