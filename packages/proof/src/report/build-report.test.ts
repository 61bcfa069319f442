import { expect, it } from 'vitest';
import type { CheckedLedger } from '../check/check-ledger.ts';
import { BREACHES, createFindings } from '../check/findings.ts';
import { addEnding, addHit, addUnexpected, createRecord } from '../run/record.ts';
import type { Pass } from '../run/prove-pass.ts';
import { CALL_FAULTS, HAPPENINGS, STARVED } from '../schedule/fault-classes.ts';
import { buildReport } from './build-report.ts';

const CALLS = 100;
const LEAST_KILLS = 3;

it('a pass in which everything happened, and nothing was found, has held', () => {
  expect(report(pass())).toMatchObject({ breached: false, void: false, voidReasons: [], operations: CALLS });
});

it.each(BREACHES)('one finding of %s in one of two passes is a breach', (breach) => {
  const broken = pass();
  broken.checked.findings.add({ breach, userId: 'usr_1', detail: 'found' });
  expect(report(pass(), broken)).toMatchObject({ breached: true, [breach]: 1 });
});

it('an error that no caller should get is a breach', () => {
  const failed = pass();
  addUnexpected(failed.record, 'TypeError');
  expect(report(failed)).toMatchObject({ breached: true, unexpectedErrors: 1, examples: ['TypeError'] });
});

it.each([...CALL_FAULTS, ...HAPPENINGS])('without an admitted call that met %s a run is void', (fault) => {
  const spared = pass();
  spared.record.hit.set(fault, new Set([CALLS]));
  expect(report(spared).voidReasons).toEqual([
    `no call was admitted that met ${fault}, with the combiner on`,
  ]);
});

it.each<[string, (of: Pass) => void]>([
  ['too few kills', ({ record }) => (record.kills = LEAST_KILLS - 1)],
  ['no follower that was cut off', ({ record }) => (record.passes.cutOff = 0)],
  ['no estimate that was corrected', ({ record }) => (record.passes.corrected = 0)],
  ['kills of followers alone', ({ record }) => (record.killsAtFollowing = 1)],
  ['a limit that nobody reached', ({ record }) => record.endings.delete('limit_reached')],
  ['no place that was taken', ({ record }) => record.endings.delete('too_many_in_flight')],
  ['no soft limit that was passed', ({ checked }) => (checked.tolerated = 0)],
  ['no threshold that was crossed', ({ checked }) => (checked.alerts = 0)],
  [
    'too many calls that the machine was too slow for',
    ({ record }) => {
      for (let index = 0; index < 6; index += 1) addHit(record, STARVED, index);
    },
  ],
])('%s makes a run void', (_, change) => {
  const poor = pass();
  change(poor);
  expect(report(poor)).toMatchObject({ void: true, voidReasons: [expect.any(String)], breached: false });
});

function report(...passes: Pass[]) {
  return buildReport(passes, {
    seed: 1,
    server: 'a server',
    driver: 'mysql',
    people: 1,
    processes: 1,
    leastKills: LEAST_KILLS,
    seconds: 1,
  });
}

/** Whose first call met everything and was admitted. */
function pass(): Pass {
  const record = createRecord();
  for (const fault of [...CALL_FAULTS, ...HAPPENINGS]) addHit(record, fault, 0);
  for (const ending of ['completed', 'limit_reached', 'too_many_in_flight']) addEnding(record, ending);
  record.kills = LEAST_KILLS;
  record.passes = { made: 1, cutOff: 1, corrected: 1 };
  const checked: CheckedLedger = {
    findings: createFindings(),
    entries: 2,
    admitted: new Set([0]),
    acrossWindows: new Set(),
    acrossTerms: new Set(),
    settled: 1,
    released: 0,
    expired: 0,
    corrected: 0,
    estimated: 0,
    overrun: { calls: 0, tokens: 0 },
    tolerated: 1,
    alerts: 1,
  };
  return { combine: true, calls: CALLS, record, checked, seconds: { running: 1, following: 1, checking: 1 } };
}
