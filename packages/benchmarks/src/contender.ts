import { once } from 'node:events';
import { connect } from '@resumint/drizzle';
import { createLedger, type Ledger } from '@resumint/metering';
import { ContenderTask, type ContenderReport } from './contender-task.ts';
import { hold, newOperationId, openWide, pair, settle } from './ledger-calls.ts';
import { measure } from './measure.ts';

const WARM_UP_CALLS = 40;

/** Says that it is ready, and on a message makes its calls and reports. */
async function contend({
  databaseUrl,
  secret,
  userId,
  combine,
  ...task
}: ContenderTask): Promise<ContenderReport> {
  let [statements, inserts] = [0, 0];
  const { db, close } = await connect(databaseUrl, {
    onStatement: (statement) => {
      statements += 1;
      if (statement.startsWith('insert')) inserts += 1;
    },
    timeoutMs: 30_000,
  });
  const ledger = createLedger({ db, secret, combine });
  const report: Omit<ContenderReport, 'statements' | 'inserts'> = {
    admitted: 0,
    refused: 0,
    elapsedMs: 0,
    holdLatencies: [],
  };
  await warmUp(ledger);
  [statements, inserts] = [0, 0];
  process.send?.('ready');
  await once(process, 'message');
  const startedAt = performance.now();
  await measure({ callers: task.callers, times: task.calls }, async () => {
    const operationId = newOperationId(userId);
    const heldAt = performance.now();
    const isAdmitted = await hold(ledger, userId, operationId);
    report.holdLatencies.push(performance.now() - heldAt);
    if (isAdmitted) {
      report.admitted += 1;
      await pause(task.modelMs * (0.5 + Math.random()));
      await settle(ledger, userId, operationId);
    } else if (task.mayBeRefused) report.refused += 1;
    else throw new Error(`a hold of ${userId} was refused`);
  });
  report.elapsedMs = performance.now() - startedAt;
  await close();
  return { ...report, statements, inserts };
}

/** A process that has just begun is slow in its first calls, and those that begin together share the processors: that says nothing of the ledger. */
async function warmUp(ledger: Ledger): Promise<void> {
  const userId = `usr_warm_${process.pid}`;
  await openWide(ledger, userId);
  for (let calls = 0; calls < WARM_UP_CALLS; calls += 1) await pair(ledger, userId);
}

const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : null);

const [, , task = ''] = process.argv;
process.send?.(await contend(ContenderTask.parse(JSON.parse(task))));
process.disconnect();
