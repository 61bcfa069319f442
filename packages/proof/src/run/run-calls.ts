import { setTimeout as wait } from 'node:timers/promises';
import type { Fleet } from '../fleet/fleet.ts';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from './dispatch.ts';
import { runOutages } from './run-outages.ts';
import { runPauses } from './run-pauses.ts';
import { createFleet } from '../fleet/fleet.ts';
import type { WorkerTask } from '../fleet/messages.ts';
import type { Outage } from '../schedule/plan-outages.ts';
import type { Pause } from '../schedule/plan-pauses.ts';
import type { Stage } from '../stage/open-stage.ts';

export interface RunOptions extends Omit<DispatcherOptions, 'fleet' | 'startsAt'> {
  taskOf: (slot: number) => WorkerTask;
  slots: number;
  concurrency: number;
  outages: readonly Outage[];
  pauses: readonly Pause[];
  /** How long a hold lives, and a process stands still at least. */
  holdMs: number;
  stage: Pick<Stage, 'workerProgram' | 'killServer' | 'restartServer'>;
  /** Called when the processes are up; gives the time that the ends of days count from. */
  begin: () => Promise<number>;
  onProgress: (sent: number) => void;
}

const TICK_MS = 5;
const MOST_STARTING_MS = 120_000;
/** Longer than a hold lives and a charge is tried for while its caller waits. */
const STALLED_AFTER_MS = 90_000;

/** Sends all calls of a run to its processes, with everything that befalls them, until the last has ended. */
export async function runCalls(options: RunOptions): Promise<void> {
  let dispatcher: Dispatcher | null = null;
  const fleet: Fleet = createFleet({
    program: options.stage.workerProgram,
    taskOf: options.taskOf,
    slots: options.slots,
    concurrency: options.concurrency,
    onDone: (...done) => dispatcher?.ended(...done),
    onCorrected: (calls) => (options.record.passes.corrected += calls),
    onStarved: (index) => dispatcher?.starved(index),
    onBackgroundFailure: (...failure) => dispatcher?.backgroundFailed(...failure),
    onDeath: (...death) => dispatcher?.died(...death),
  });
  try {
    const readyBy = performance.now() + MOST_STARTING_MS;
    await until(() => {
      if (performance.now() > readyBy) throw new Error('the processes do not start');
      return fleet.areReady();
    });
    dispatcher = createDispatcher({ ...options, fleet, startsAt: await options.begin() });
    await sendAll({ dispatcher, fleet }, options);
    await fleet.finish();
  } finally {
    fleet.killAll();
  }
}

async function sendAll(
  { dispatcher, fleet }: { dispatcher: Dispatcher; fleet: Fleet },
  options: RunOptions,
): Promise<void> {
  const { proxy, stage, holdMs, onProgress } = options;
  const outages = runOutages(options.outages, { dispatcher, proxy, stage });
  const pauses = runPauses(options.pauses, { dispatcher, fleet, holdMs });
  let progressedAt = performance.now();
  let seen = -1;
  await until(() => {
    dispatcher.handOut();
    outages.next();
    pauses.next();
    const { sent, done } = dispatcher.progress();
    onProgress(sent);
    if (done !== seen || dispatcher.awaitsBoundary()) progressedAt = performance.now();
    seen = done;
    if (performance.now() - progressedAt > STALLED_AFTER_MS) throw new Error('the run stands still');
    return dispatcher.isOver() && outages.areOver() && pauses.areOver();
  });
  await outages.ended();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(TICK_MS);
}
