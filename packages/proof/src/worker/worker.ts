import type { Follower } from '@resumint/api/follower';
import { AppError } from '@resumint/errors';
import { Order, WorkerTask, type Report, type Work } from '../fleet/messages.ts';
import { changeTerms } from './change-terms.ts';
import { correctedIn } from '../follow/compose-follower.ts';
import { composeFollowing, composeMetering } from './compose-metering.ts';
import { createCrashPoints } from './crash-points.ts';
import { makeCall, type Caller } from './make-call.ts';
import { isDatabaseFailure, isExpected } from './is-expected.ts';
import { shiftClock } from './shift-clock.ts';

/** One server process of the run: does what it is sent, all at once, until it is told to finish or killed. */
async function serve(task: WorkerTask): Promise<void> {
  shiftClock(task.clockShiftMs);
  const crash = createCrashPoints();
  const composed = await composeMetering(task, crash);
  const following = await composeFollowing(task, crash, (error) =>
    tell({ kind: 'background', index: null, ...explain(error) }),
  );
  /** What outlives calls, by the call. */
  const background = new Map<Promise<unknown>, number>();
  const outlives = (index: number) => [...background.values()].includes(index);
  const toldToOutlive = new Set<number>();
  const caller: Caller = {
    ...composed,
    modelUrl: task.modelUrl,
    crash,
    onStarved: (index) => tell({ kind: 'starved', index }),
    keepAlive(index, work) {
      const tracked = work
        .catch((error: unknown) => tell({ kind: 'background', index, ...explain(error) }))
        .finally(() => {
          background.delete(tracked);
          if (!outlives(index) && toldToOutlive.delete(index)) tell({ kind: 'rested', index });
        });
      background.set(tracked, index);
    },
  };

  const perform = async (id: number, work: Work) => {
    const done = await performWork(caller, following.follower, work).then(
      (ending) => ({ ending }),
      (error: unknown) => {
        const told = explain(error);
        return { ending: endingOf(error), ...(!told.isExpected && { unexpected: told.failure }) };
      },
    );
    const index = work.kind === 'call' ? work.call.index : null;
    const goesOn = index !== null && outlives(index);
    if (goesOn) toldToOutlive.add(index);
    tell({ kind: 'done', id, ...done, outlives: goesOn });
  };
  const finish = async () => {
    while (background.size > 0) await Promise.all(background.keys());
    await Promise.all([composed.close(), following.close()]);
    process.disconnect();
  };
  // Whoever sent the work is gone: nobody is left to do it for.
  process.on('disconnect', () => process.exit());
  process.on('message', (message) => {
    const order = Order.parse(message);
    if (order.kind === 'work') void perform(order.id, order.work);
    else void finish();
  });
  tell({ kind: 'ready' });
}

async function performWork(caller: Caller, follower: Follower, work: Work): Promise<string> {
  const { ledger } = caller.metering;
  switch (work.kind) {
    case 'call':
      if (work.call.crash?.by === 'itself') caller.crash.plan(work.call.crash);
      return makeCall(caller, work);
    case 'change':
      await changeTerms(ledger, work.change);
      return 'changed';
    case 'follow': {
      const { dies } = work.pass;
      if (dies) caller.crash.plan({ point: dies.step, nth: dies.nth });
      const corrected = correctedIn(await follower.pass());
      if (corrected > 0) tell({ kind: 'corrected', calls: corrected });
      return 'followed';
    }
  }
}

function endingOf(error: unknown): string {
  if (error instanceof AppError) return String(error.code);
  return isDatabaseFailure(error) ? 'unavailable' : 'unexpected';
}

function explain(error: unknown): { failure: string; isExpected: boolean } {
  const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { failure, isExpected: isExpected(error) };
}

function tell(report: Report): void {
  if (process.connected) process.send?.(report);
}

const [, , task = ''] = process.argv;
await serve(WorkerTask.parse(JSON.parse(task)));
