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
import { providerFaultOf } from '../schedule/provider-fault.ts';
import { openDatabase, type Driver } from '../stage/open-database.ts';
import type { Stage } from '../stage/open-stage.ts';
import { writePeople } from '../stage/write-people.ts';
import { plant } from '../worker/plant.ts';
import { MODEL } from '../worker/planned-request.ts';
import { addHit, addUnexpected, createRecord, type RunRecord } from './record.ts';
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
  seconds: { running: number; following: number; checking: number };
}

const HOLD_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Holds are due by the database's clock; this is for what lies between it and this process's timer. */
const AFTER_EXPIRY_MS = 500;

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
  const simulator = await startOpenAiSimulator({
    record: true,
    // All of them: what is charged by estimate is asked about until the end.
    responsesKept: indexes.size * 2,
  });
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
      holdMs: HOLD_MS,
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
    const followed = await followToEnd(
      createLedger({ db: plant(database.direct.db, planted), secret }),
      simulator.url,
    );
    record.passes.corrected += followed.corrected;
    for (const failure of followed.unexpected) addUnexpected(record, failure);
    const checkedAt = performance.now();
    const checked = await checkLedger(ledger, {
      userIds: people.map(({ userId }) => userId),
      indexes,
      produced: simulator.produced(),
      mayBeEstimated: (index) =>
        [...record.hit].some(([fault, hit]) => UNKNOWABLE.has(fault) && hit.has(index)),
      // Those about the end of a day are made slow under a key of their own.
      hasSharedKey: (index) => index < size.operations && providerFaultOf(planCall(size, index)) === null,
      price: priceOfModel(),
    });
    for (const finding of followed.findings) checked.findings.add(finding);
    for (const index of checked.acrossWindows) addHit(record, 'windowBoundary', index);
    for (const index of checked.acrossTerms) addHit(record, 'limitChange', index);
    return {
      combine,
      calls: size.operations + boundaryCalls.length,
      record,
      checked,
      seconds: {
        running: Math.round((ranAt - startedAt) / 1000),
        following: Math.round((checkedAt - ranAt) / 1000),
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
