import { AppError } from '@resumint/errors';
import { Order, WorkerTask, type Report, type Work } from '../fleet/messages.ts';
import { changeTerms } from './change-terms.ts';
import { composeMetering } from './compose-metering.ts';
import { createCrashPoints } from './crash-points.ts';
import { makeCall, type Caller } from './make-call.ts';
import { shiftClock } from './shift-clock.ts';
import { sweep } from './sweep.ts';

/** One server process of the run: does what it is sent, all at once, until it is told to finish or killed. */
async function serve(task: WorkerTask): Promise<void> {
  shiftClock(task.clockShiftMs);
  const crash = createCrashPoints();
  const composed = await composeMetering(task, crash);
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
    const done = await performWork(caller, work).then(
      (ending) => ({ ending }),
      (error: unknown) => {
        const { failure, isExpected } = explain(error);
        return { ending: endingOf(error), ...(!isExpected && { unexpected: failure }) };
      },
    );
    const index = work.kind === 'call' ? work.call.index : null;
    const goesOn = index !== null && outlives(index);
    if (goesOn) toldToOutlive.add(index);
    tell({ kind: 'done', id, ...done, outlives: goesOn });
  };
  const finish = async () => {
    while (background.size > 0) await Promise.all(background.keys());
    await composed.close();
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

async function performWork(caller: Caller, work: Work): Promise<string> {
  const { ledger } = caller.metering;
  switch (work.kind) {
    case 'call':
      caller.crash.plan(work.call.crash);
      return makeCall(caller, work);
    case 'change':
      await changeTerms(ledger, work.change);
      return 'changed';
    case 'sweep':
      for (const userId of work.userIds) await sweep(ledger, userId);
      return 'swept';
  }
}

function endingOf(error: unknown): string {
  if (error instanceof AppError) return String(error.code);
  return isDatabaseFailure(error) ? 'unavailable' : 'unexpected';
}

function explain(error: unknown): { failure: string; isExpected: boolean } {
  const isExpected = error instanceof AppError || isDatabaseFailure(error);
  return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error), isExpected };
}

/** A statement that failed outside the ledger, which the router tells as `unavailable`. */
function isDatabaseFailure(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'DrizzleQueryError' || error.message.startsWith('Failed query'))
  );
}

function tell(report: Report): void {
  if (process.connected) process.send?.(report);
}

const [, , task = ''] = process.argv;
await serve(WorkerTask.parse(JSON.parse(task)));
