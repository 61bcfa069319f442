import { setTimeout as wait } from 'node:timers/promises';
import type { Fleet } from '../fleet/fleet.ts';
import type { Pause } from '../schedule/plan-pauses.ts';
import type { Dispatcher } from './dispatch.ts';

interface Pauses {
  /** Stops the busiest process where the place in the run is reached and no other stands still. */
  next(): void;
  areOver(): boolean;
}

export function runPauses(
  planned: readonly Pause[],
  { dispatcher, fleet, lastsMs }: { dispatcher: Dispatcher; fleet: Fleet; lastsMs: number },
): Pauses {
  const waiting = [...planned];
  let isUnderWay = false;

  const undergo = async () => {
    const slot = fleet.findBusiest();
    fleet.stop(slot);
    dispatcher.beginPause(slot);
    await wait(lastsMs);
    fleet.goOn(slot);
    dispatcher.endPause();
    isUnderWay = false;
  };
  return {
    next() {
      const [pause] = waiting;
      if (isUnderWay || !pause || dispatcher.progress().sent < pause.afterCalls) return;
      waiting.shift();
      isUnderWay = true;
      void undergo();
    },
    areOver: () => waiting.length === 0 && !isUnderWay,
  };
}
