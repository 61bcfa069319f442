import { setTimeout as wait } from 'node:timers/promises';
import type { Fleet } from '../fleet/fleet.ts';
import type { Pause } from '../schedule/plan-pauses.ts';
import type { Dispatcher } from './dispatch.ts';

interface Pauses {
  /** Stops the busiest processes where the place in the run is reached and none stands still. */
  next(): void;
  areOver(): boolean;
}

/** Holds are due by the database's clock; this is for what lies between it and this process's timer. */
const AFTER_EXPIRY_MS = 500;
/** Until another process has expired them, as a rule. */
const FOLLOWED_WITHIN_MS = 2_500;

export function runPauses(
  planned: readonly Pause[],
  { dispatcher, fleet, holdMs }: { dispatcher: Dispatcher; fleet: Fleet; holdMs: number },
): Pauses {
  const waiting = [...planned];
  let isUnderWay = false;

  const undergo = async ({ processes }: Pause) => {
    const slots = fleet.findBusiest(processes);
    for (const slot of slots) fleet.stop(slot);
    dispatcher.beginPause(slots);
    await wait(holdMs + AFTER_EXPIRY_MS);
    dispatcher.followInPause();
    await wait(FOLLOWED_WITHIN_MS);
    dispatcher.endPause();
    for (const slot of slots) fleet.goOn(slot);
    isUnderWay = false;
  };
  return {
    next() {
      const [pause] = waiting;
      if (isUnderWay || !pause || dispatcher.progress().sent < pause.afterCalls) return;
      waiting.shift();
      isUnderWay = true;
      void undergo(pause);
    },
    areOver: () => waiting.length === 0 && !isUnderWay,
  };
}
