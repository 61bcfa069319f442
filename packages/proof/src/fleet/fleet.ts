import type { Work, WorkerTask } from './messages.ts';
import { startWorker, type Worker, type WorkerEvents } from './worker-process.ts';

/** One hand-out of work to a process. */
export interface Assignment {
  id: number;
  slot: number;
  work: Work;
}

/** What a process that died was at. */
export interface Lost {
  inHands: Assignment[];
  /** Calls whose callers were answered, and of which something was still to be done. */
  outliving: number[];
}

export interface FleetOptions {
  /** The bundled program that each process runs. */
  program: string;
  taskOf: (slot: number) => WorkerTask;
  slots: number;
  /** Work that one process has at a time. */
  concurrency: number;
  onDone: (assignment: Assignment, ending: string, unexpected: string | undefined) => void;
  onCorrected: (calls: number) => void;
  onStarved: (index: number) => void;
  onBackgroundFailure: (index: number | null, failure: string, isExpected: boolean) => void;
  /** A process died; another takes its place. */
  onDeath: (slot: number, lost: Lost, wasKilled: boolean) => void;
}

export interface Fleet {
  areReady(): boolean;
  /** A slot with room, other than those to be avoided; null while there is none. */
  findRoom(avoid?: readonly number[]): number | null;
  hand(slot: number, work: Work): Assignment;
  inHands(): Assignment[];
  kill(slot: number): void;
  stop(slot: number): void;
  goOn(slot: number): void;
  /** So many slots with the most in their hands, and never all. */
  findBusiest(count: number): number[];
  /** Lets every process finish what outlives its calls, and end. One that does not in time is killed. */
  finish(): Promise<void>;
  killAll(): void;
}

/** As long as the product takes to stop. */
const FINISH_MS = 30_000;

/** Processes that are each replaced when they die, and what each has in its hands. */
export function createFleet(options: FleetOptions): Fleet {
  const { slots, concurrency, taskOf } = options;
  const workers = new Map<number, Worker>();
  const hands = new Map<number, Map<number, Assignment>>();
  const ended = new Set<Promise<void>>();
  let nextId = 0;
  let isFinishing = false;

  const handsOf = (slot: number) => hands.get(slot) ?? new Map<number, Assignment>();
  const start = (slot: number) => {
    hands.set(slot, new Map());
    const outliving = new Set<number>();
    const events: WorkerEvents = {
      onDone({ id, ending, unexpected, outlives }) {
        const assignment = handsOf(slot).get(id);
        if (!assignment) return;
        handsOf(slot).delete(id);
        if (outlives && assignment.work.kind === 'call') outliving.add(assignment.work.call.index);
        options.onDone(assignment, ending, unexpected);
      },
      onRested: (index) => outliving.delete(index),
      onCorrected: options.onCorrected,
      onStarved: options.onStarved,
      onBackgroundFailure: options.onBackgroundFailure,
      onExit(signal) {
        const lost = { inHands: [...handsOf(slot).values()], outliving: [...outliving] };
        if (!isFinishing) start(slot);
        if (isFinishing && signal === null) return;
        options.onDeath(slot, lost, signal === 'SIGKILL' && !isFinishing);
      },
    };
    const worker = startWorker(options.program, taskOf(slot), events);
    workers.set(slot, worker);
    const exit = worker.exited.finally(() => ended.delete(exit));
    ended.add(exit);
  };
  for (let slot = 0; slot < slots; slot += 1) start(slot);

  const killAll = () => {
    isFinishing = true;
    for (const worker of workers.values()) worker.kill();
  };

  return {
    areReady: () => [...workers.values()].every((worker) => worker.isReady()),
    findRoom(avoid = []) {
      let found: number | null = null;
      for (const [slot, worker] of workers) {
        if (avoid.includes(slot) || !worker.isReady() || handsOf(slot).size >= concurrency) continue;
        if (found === null || handsOf(slot).size < handsOf(found).size) found = slot;
      }
      return found;
    },
    hand(slot, work) {
      const assignment = { id: (nextId += 1), slot, work };
      handsOf(slot).set(assignment.id, assignment);
      workers.get(slot)?.send({ kind: 'work', id: assignment.id, work });
      return assignment;
    },
    inHands: () => [...hands.values()].flatMap((held) => [...held.values()]),
    kill: (slot) => workers.get(slot)?.kill(),
    stop: (slot) => workers.get(slot)?.stop(),
    goOn: (slot) => workers.get(slot)?.goOn(),
    findBusiest(count) {
      const busiestFirst = [...workers.keys()].toSorted(
        (left, right) => handsOf(right).size - handsOf(left).size,
      );
      return busiestFirst.slice(0, Math.min(count, slots - 1));
    },
    async finish() {
      isFinishing = true;
      for (const worker of workers.values()) worker.send({ kind: 'finish' });
      const timer = setTimeout(killAll, FINISH_MS);
      await Promise.all(ended);
      clearTimeout(timer);
    },
    killAll,
  };
}
