import { connect } from '@resumint/drizzle';
import { createLedger, decideHold, decideSettle, transact, type Ledger } from '@resumint/metering';
import { recordStatements } from '../statements/record-statements.ts';
import { ContenderTask, type ContenderReport } from './contender-messages.ts';

/** Of a call and of its statements: a machine that has other work is slow, and what is asked here is who fits. */
const PATIENCE_MS = 60_000;

/** Makes all its calls at once, each on its own, and reports how each ended. */
async function contend({
  databaseUrl,
  secret,
  statementsDirectory,
  combine,
  ...task
}: ContenderTask): Promise<ContenderReport> {
  const { db, close } = await connect(databaseUrl, {
    timeoutMs: PATIENCE_MS,
    onStatement: recordStatements(statementsDirectory),
  });
  const ledger = createLedger({ db, secret, combine });
  const report: ContenderReport = { settled: 0, deniedWithReset: 0, deniedForGood: 0, errors: [] };
  await Promise.all(
    Array.from({ length: task.calls }, (_, index) =>
      callOnce(ledger, task, `op_${task.prefix}${index}`).then(
        (ending) => (report[ending] += 1),
        (error: unknown) => report.errors.push(String(error)),
      ),
    ),
  );
  await close();
  return report;
}

async function callOnce(
  ledger: Ledger,
  { userId, tokens }: Pick<ContenderTask, 'userId' | 'tokens'>,
  operationId: string,
): Promise<'settled' | 'deniedWithReset' | 'deniedForGood'> {
  const stream = { userId, operationId, withinMs: PATIENCE_MS };
  const used = { inputTokens: tokens, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 };
  const amount = { tokens, costNanos: 1n };
  const hold = {
    operationId,
    operation: 'test.call',
    model: 'test',
    priceVersion: '1',
    inputTokens: tokens,
    outputTokens: 0,
    ...amount,
    payloadHash: 'same',
    claim: operationId,
    lifetimeMs: 600_000,
  };
  const outcome = await transact(ledger, stream, (view) => decideHold(view, hold));
  if (outcome.kind === 'denied') return outcome.denial.resetsAt ? 'deniedWithReset' : 'deniedForGood';
  const settlement = { operationId, ...used, ...amount, isEstimated: false, outcome: 'completed' as const };
  await transact(ledger, stream, (view) => decideSettle(view, settlement));
  return 'settled';
}

const [, , task = ''] = process.argv;
process.send?.(await contend(ContenderTask.parse(JSON.parse(task))));
