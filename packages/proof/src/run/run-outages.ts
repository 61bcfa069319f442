import { setTimeout as wait } from 'node:timers/promises';
import type { Outage } from '../schedule/plan-outages.ts';
import type { DisturbingProxy } from '../stage/disturbing-proxy.ts';
import type { Stage } from '../stage/open-stage.ts';
import type { Dispatcher } from './dispatch.ts';

interface Outages {
  /** Begins the next outage where its place in the run is reached and no other is under way. */
  next(): void;
  areOver(): boolean;
  /** Throws what went wrong with the server itself. */
  ended(): Promise<void>;
}

export function runOutages(
  planned: readonly Outage[],
  {
    dispatcher,
    proxy,
    stage,
  }: { dispatcher: Dispatcher; proxy: DisturbingProxy; stage: Pick<Stage, 'killServer' | 'restartServer'> },
): Outages {
  const waiting = [...planned];
  let underWay: Promise<void> | null = null;
  let failure: unknown = null;

  const undergo = async ({ kind, lastsMs }: Outage) => {
    dispatcher.beginOutage(kind);
    if (kind === 'serverKilled') await stage.killServer();
    else proxy.refuse();
    await wait(lastsMs);
    if (kind === 'serverKilled') await stage.restartServer();
    else proxy.accept();
    dispatcher.endOutage();
  };
  return {
    next() {
      const [outage] = waiting;
      if (underWay !== null || !outage || dispatcher.progress().sent < outage.afterCalls) return;
      waiting.shift();
      underWay = undergo(outage)
        .catch((error: unknown) => (failure ??= error))
        .then(() => {
          underWay = null;
        });
    },
    areOver: () => failure !== null || (waiting.length === 0 && underWay === null),
    async ended() {
      await underWay;
      if (failure !== null) throw new Error('the server could not be disturbed', { cause: failure });
    },
  };
}
