import { connect } from '@resumint/drizzle';
import { createLedger, decideHold, decideSettle, transact, type Ledger } from '@resumint/metering';
import { z } from 'zod';

/** What a contending process is asked to do, as the JSON of its one argument. */
export const ContenderTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  userId: z.string(),
  calls: z.number(),
  tokens: z.number(),
  prefix: z.string(),
});
export type ContenderTask = z.infer<typeof ContenderTask>;

export interface ContenderReport {
  settled: number;
  denied: number;
  deniedWithReset: number;
  errors: string[];
}

const PATIENCE_MS = 60_000;

/** Makes all its calls at once, each on its own, and reports how each ended. */
async function contend({ databaseUrl, secret, ...task }: ContenderTask): Promise<ContenderReport> {
  const { db, close } = await connect(databaseUrl);
  const ledger = await createLedger({ db, secret });
  const report: ContenderReport = { settled: 0, denied: 0, deniedWithReset: 0, errors: [] };
  await Promise.all(
    Array.from({ length: task.calls }, (_, index) =>
      callOnce(ledger, task, `op_${task.prefix}${index}`, report).catch((error: unknown) => {
        report.errors.push(String(error));
      }),
    ),
  );
  await close();
  return report;
}

async function callOnce(
  ledger: Ledger,
  { userId, tokens }: Pick<ContenderTask, 'userId' | 'tokens'>,
  operationId: string,
  report: ContenderReport,
): Promise<void> {
  const stream = { userId, operationId };
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
  const within = { withinMs: PATIENCE_MS };
  const outcome = await transact(ledger, stream, (view) => decideHold(view, hold), within);
  if (outcome.kind === 'denied') {
    report.denied += 1;
    if (outcome.denial.resetsAt !== null) report.deniedWithReset += 1;
    return;
  }
  const settlement = { operationId, ...used, ...amount, isEstimated: false, outcome: 'completed' as const };
  await transact(ledger, stream, (view) => decideSettle(view, settlement), within);
  report.settled += 1;
}

const [, , task = ''] = process.argv;
process.send?.(await contend(ContenderTask.parse(JSON.parse(task))));
