import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startOpenAiSimulator } from '@resumint/local-stack';
import { createLedger, OPENAI_PRICES, operationIdOf } from '@resumint/metering';
import { checkLedger, type CheckedLedger } from '../check/check-ledger.ts';
import type { Planted } from '../fleet/messages.ts';
import { followToEnd } from '../follow/follow-to-end.ts';
import { UNKNOWABLE } from '../schedule/fault-classes.ts';
import { planBoundaryCalls, planCall } from '../schedule/plan-call.ts';
import { planOutages, type Outage } from '../schedule/plan-outages.ts';
import { planPauses } from '../schedule/plan-pauses.ts';
import { planPeople, type Size } from '../schedule/plan-people.ts';
import { keyOf, type PlannedCall } from '../schedule/planned-call.ts';
import { openDatabase, type Driver } from '../stage/open-database.ts';
import type { Stage } from '../stage/open-stage.ts';
import { writePeople } from '../stage/write-people.ts';
import { MODEL } from '../worker/planned-request.ts';
import { addHit, createRecord, type RunRecord } from './record.ts';
import { runCalls } from './run-calls.ts';

export interface PassOptions {
  size: Size;
  driver: Driver;
  combine: boolean;
  slots: number;
  concurrency: number;
  /** Left out, as the seed has them. */
  outages?: readonly Outage[];
  planted: Planted;
  log: (line: string) => void;
}

export interface Pass {
  combine: boolean;
  calls: number;
  record: RunRecord;
  checked: CheckedLedger;
  seconds: { running: number; checking: number };
}

const HOLD_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Holds are due by the database's clock; this is for what lies between it and this process's timer. */
const AFTER_EXPIRY_MS = 500;
/** Of a process that is stopped: until others have expired what it holds. */
const PAUSE_MS = HOLD_MS + 2_000;

/** One run of all calls on a database of its own, healed, followed to its end, and then checked. */
export async function provePass(stage: Stage, options: PassOptions): Promise<Pass> {
  const { size, driver, combine, slots, concurrency, planted, log } = options;
  const record = createRecord();
  const people = planPeople(size);
  const boundaryCalls = planBoundaryCalls(size, people);
  const indexes = operationIndexes(size, boundaryCalls);
  const name = `proof_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({ serverUrl: stage.url, name, driver }, (operationId, kind) => {
    const index = indexes.get(operationId);
    if (index !== undefined) addHit(record, kind, index);
  });
  const simulator = await startOpenAiSimulator({ record: true });
  try {
    const secret = randomBytes(32).toString('hex');
    const ledger = createLedger({ db: database.direct.db, secret });
    const startedAt = performance.now();
    const clockShiftOf = (slot: number) => (slot === 0 ? HOUR_MS : slot === 1 ? -HOUR_MS : 0);
    let told = 0;
    await runCalls({
      size,
      people,
      boundaryCalls,
      operationIds: new Map([...indexes].map(([operationId, index]) => [index, operationId])),
      clockShiftOf,
      proxy: database.proxy,
      record,
      slots,
      concurrency,
      outages: options.outages ?? planOutages(size),
      pauses: planPauses(size),
      pauseMs: PAUSE_MS,
      stage,
      taskOf: (slot) => ({
        databaseUrl: database.disturbedUrl,
        secret,
        modelUrl: simulator.url,
        clockShiftMs: clockShiftOf(slot),
        combine,
        holdMs: HOLD_MS,
        planted,
      }),
      async begin() {
        const startsAt = Date.now();
        await writePeople(ledger, people, startsAt);
        return startsAt;
      },
      onProgress(sent) {
        const tenth = Math.floor((sent * 10) / size.operations);
        if (tenth > told) log(`${tenth * 10} % of the calls sent, ${record.kills} kills`);
        told = Math.max(told, tenth);
      },
    });
    const ranAt = performance.now();
    await wait(HOLD_MS + AFTER_EXPIRY_MS);
    const broken = await followToEnd(ledger, simulator.url);
    const checkedAt = performance.now();
    const checked = await checkLedger(ledger, {
      userIds: people.map(({ userId }) => userId),
      indexes,
      produced: simulator.produced(),
      mayBeEstimated: (index) =>
        [...record.hit].some(([fault, hit]) => UNKNOWABLE.has(fault) && hit.has(index)),
      price: priceOfModel(),
    });
    for (const finding of broken) checked.findings.add(finding);
    for (const index of checked.acrossWindows) addHit(record, 'windowBoundary', index);
    for (const index of checked.acrossTerms) addHit(record, 'limitChange', index);
    return {
      combine,
      calls: size.operations + boundaryCalls.length,
      record,
      checked,
      seconds: {
        running: Math.round((ranAt - startedAt) / 1000),
        checking: Math.round((performance.now() - checkedAt) / 1000),
      },
    };
  } finally {
    await simulator.stop();
    await database.close();
  }
}

function operationIndexes(size: Size, boundaryCalls: readonly PlannedCall[]): Map<string, number> {
  const indexes = new Map<string, number>();
  const add = (call: PlannedCall) => indexes.set(operationIdOf(call.userId, keyOf(call)), call.index);
  for (let index = 0; index < size.operations; index += 1) add(planCall(size, index));
  for (const call of boundaryCalls) add(call);
  return indexes;
}

function priceOfModel() {
  const price = OPENAI_PRICES.find(({ model }) => model === MODEL);
  if (!price) throw new Error(`there is no price for ${MODEL}`);
  return price;
}
