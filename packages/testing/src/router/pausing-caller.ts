import { connect } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { runCall, startCall } from '@resumint/metering';
import { composeDependencies } from '../compose-dependencies.ts';
import { recordStatements } from '../statements/record-statements.ts';
import { PausingTask, type PausingReport } from './pausing-messages.ts';

/** Holds for a call, stops as a machine that is frozen does, and makes the call when it is let go on. */
async function call({ userId, holdMs, statementsDirectory, ...shared }: PausingTask): Promise<void> {
  const { databaseUrl, ...composition } = shared;
  const connection = await connect(databaseUrl, { onStatement: recordStatements(statementsDirectory) });
  const keepAlive = () => {};
  const { metering } = await composeDependencies({
    ...composition,
    db: connection.db,
    times: { holdMs, settleMarginMs: holdMs / 6 },
    keepAlive,
    shutdown: new AbortController().signal,
    report: (error) => console.error(error),
  });
  const started = await startCall(metering, { ...intent, userId }, keepAlive);
  if (started.kind !== 'admitted') throw new Error('the call was made before');
  await tell({ kind: 'stopping' });
  process.kill(process.pid, 'SIGSTOP');
  const ending = await end(
    runCall(metering, started.call, {
      signal: new AbortController().signal,
      finish: ({ text }) => text,
      keepAlive,
    }),
  );
  await tell(ending);
  await connection.close();
  process.disconnect();
}

const intent = {
  operation: 'resume.parse',
  idempotencyKey: 'paused',
  isNewKey: true,
  input: null,
  plan: () =>
    Promise.resolve({
      operation: 'resume.parse',
      subjectId: 'doc_paused',
      request: { model: 'gpt-4.1-nano', instructions: '', input: 'A resume.', maxOutputTokens: 100 },
      inputTokens: 50,
      expectedOutputTokens: 50,
      leastOutputTokens: 10,
      otherModels: [],
    }),
};

async function end(events: AsyncIterable<unknown>): Promise<PausingReport> {
  try {
    for await (const event of events) void event;
    return { kind: 'ended', code: 'none', details: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: 'ended', code: String(error.code), details: error.details };
  }
}

/** Ends once it is sent. */
function tell(report: PausingReport): Promise<void> {
  return new Promise((resolve) => process.send?.(report, () => resolve()));
}

const [, , task = ''] = process.argv;
await call(PausingTask.parse(JSON.parse(task)));
