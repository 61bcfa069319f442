import { BREACHES, type Breach, type Finding } from '../check/findings.ts';
import type { Pass } from '../run/prove-pass.ts';
import { FAULT_CLASSES, STARVED, type FaultClass } from '../schedule/fault-classes.ts';

/** More calls that the machine was too slow for, by their share of all, would excuse too many estimates. */
const MOST_STARVED = 0.05;

/** What a run was. */
interface RunFacts {
  seed: number;
  server: string;
  driver: string;
  people: number;
  processes: number;
  leastKills: number;
  seconds: number;
}

export interface ProofReport extends Record<Breach, number>, Omit<RunFacts, 'leastKills'> {
  operations: number;
  kills: number;
  /** Passes of followers, beside those that were cut off by a kill. */
  passes: number;
  passesCutOff: number;
  /** Estimates that followers put right. */
  correctedByAsking: number;
  combiner: string;
  /** Calls that met a fault, and those of them that were admitted. */
  faults: Record<FaultClass, { met: number; admitted: number }>;
  /** By what callers were told; a call that is sent twice ends twice. */
  endings: Record<string, number>;
  admitted: number;
  settled: number;
  released: number;
  expired: number;
  corrected: number;
  estimated: number;
  tolerated: number;
  overrun: { calls: number; tokens: number };
  alerts: number;
  entries: number;
  unexpectedErrors: number;
  secondsRunning: number;
  secondsFollowing: number;
  secondsChecking: number;
  /** The run shows nothing, for these reasons. */
  void: boolean;
  voidReasons: string[];
  breached: boolean;
  examples: (Finding | string)[];
}

/** Adds the passes of a run up, and says whether it shows anything. */
export function buildReport(passes: readonly Pass[], { leastKills, ...facts }: RunFacts): ProofReport {
  const total = (of: (pass: Pass) => number) => passes.reduce((sum, pass) => sum + of(pass), 0);
  const breaches = breachesIn(passes);
  const unexpectedErrors = total(({ record }) => record.unexpectedCount);
  const kills = total(({ record }) => record.kills);
  // Followers are killed beside those that have to be.
  const killsAtCalls = kills - total(({ record }) => record.killsAtFollowing);
  const correctedByAsking = total(({ record }) => record.passes.corrected);
  const voidReasons = [
    ...passes.flatMap(missingIn),
    ...(killsAtCalls < leastKills ? [`${killsAtCalls} processes were killed, ${leastKills} have to be`] : []),
    ...(correctedByAsking === 0 ? ['no estimate was corrected by asking'] : []),
  ];
  return {
    ...facts,
    combiner: passes.map(({ combine }) => (combine ? 'on' : 'off')).join(' and '),
    operations: total(({ calls }) => calls),
    kills,
    passes: total(({ record }) => record.passes.made),
    passesCutOff: total(({ record }) => record.passes.cutOff),
    correctedByAsking,
    ...breaches,
    faults: faultsIn(passes),
    endings: endingsIn(passes),
    admitted: total(({ checked }) => checked.admitted.size),
    settled: total(({ checked }) => checked.settled),
    released: total(({ checked }) => checked.released),
    expired: total(({ checked }) => checked.expired),
    corrected: total(({ checked }) => checked.corrected),
    estimated: total(({ checked }) => checked.estimated),
    tolerated: total(({ checked }) => checked.tolerated),
    overrun: {
      calls: total(({ checked }) => checked.overrun.calls),
      tokens: total(({ checked }) => checked.overrun.tokens),
    },
    alerts: total(({ checked }) => checked.alerts),
    entries: total(({ checked }) => checked.entries),
    unexpectedErrors,
    secondsRunning: total(({ seconds }) => seconds.running),
    secondsFollowing: total(({ seconds }) => seconds.following),
    secondsChecking: total(({ seconds }) => seconds.checking),
    void: voidReasons.length > 0,
    voidReasons,
    breached: unexpectedErrors > 0 || BREACHES.some((breach) => breaches[breach] > 0),
    examples: passes.flatMap(({ checked, record }) => [...checked.findings.examples, ...record.unexpected]),
  };
}

function breachesIn(passes: readonly Pass[]): Record<Breach, number> {
  const sum = (breach: Breach) =>
    passes.reduce((all, { checked }) => all + checked.findings.counts[breach], 0);
  return {
    overspend: sum('overspend'),
    lost: sum('lost'),
    doubleCharges: sum('doubleCharges'),
    overcharged: sum('overcharged'),
    leakedHolds: sum('leakedHolds'),
    duplicateAlerts: sum('duplicateAlerts'),
    missedAlerts: sum('missedAlerts'),
    brokenStreams: sum('brokenStreams'),
  };
}

function metIn({ record, checked }: Pass, fault: FaultClass): { met: number; admitted: number } {
  const met = [...(record.hit.get(fault) ?? [])];
  return { met: met.length, admitted: met.filter((index) => checked.admitted.has(index)).length };
}

function faultsIn(passes: readonly Pass[]): ProofReport['faults'] {
  const entries = FAULT_CLASSES.map((fault) => {
    const each = passes.map((pass) => metIn(pass, fault));
    const met = each.reduce((sum, pass) => sum + pass.met, 0);
    return [fault, { met, admitted: each.reduce((sum, pass) => sum + pass.admitted, 0) }] as const;
  });
  return asRecord(entries);
}

/** Every class of fault is among the entries. */
function asRecord(
  entries: (readonly [FaultClass, { met: number; admitted: number }])[],
): ProofReport['faults'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from the list of all classes
  return Object.fromEntries(entries) as ProofReport['faults'];
}

function endingsIn(passes: readonly Pass[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { record } of passes) {
    for (const [ending, count] of record.endings) sums.set(ending, (sums.get(ending) ?? 0) + count);
  }
  return Object.fromEntries([...sums].toSorted(([, left], [, right]) => right - left));
}

/**
 * A class without an admitted call shows nothing, and so does a run in which no limit was met, or whose machine was too
 * slow.
 */
function missingIn(pass: Pass): string[] {
  const combiner = `with the combiner ${pass.combine ? 'on' : 'off'}`;
  const classes = FAULT_CLASSES.filter((fault) => fault !== STARVED && metIn(pass, fault).admitted === 0);
  const starved = metIn(pass, STARVED).met;
  const denials = ['limit_reached', 'too_many_in_flight'].filter((code) => !pass.record.endings.has(code));
  return [
    ...classes.map((fault) => `no call was admitted that met ${fault}, ${combiner}`),
    ...(starved > pass.calls * MOST_STARVED ? [`${starved} calls were starved, ${combiner}`] : []),
    ...(pass.record.passes.cutOff === 0 ? [`no follower was killed at its work, ${combiner}`] : []),
    ...denials.map((code) => `no call was told ${code}, ${combiner}`),
    ...(pass.checked.tolerated === 0 ? [`no soft limit was passed, ${combiner}`] : []),
    ...(pass.checked.alerts === 0 ? [`no threshold was crossed, ${combiner}`] : []),
  ];
}
