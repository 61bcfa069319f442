import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { PausingReport, type PausingTask } from './pausing-messages.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const HOLD_MS = 3_000;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('a process that is stopped until its hold has run out makes no call when it goes on, and nothing is charged', async () => {
  const { client, userId } = await app.createPerson();
  const paused = start({
    ...app.shared,
    userId,
    holdMs: HOLD_MS,
    statementsDirectory: inject('statementsDirectory'),
  });
  expect(await paused.report()).toEqual({ kind: 'stopping' });
  await expect.poll(async () => (await client.usage.summary.query()).inFlight.running, PATIENCE).toBe(0);
  const { lifetime } = await client.usage.summary.query();
  expect(lifetime.tokens).toBeGreaterThan(0);
  // The next call writes the expiry down.
  const documentId = await uploadFile(client, SHORT_RESUME);
  const { receipt } = await client.ai.parseResume.mutate({ documentId });

  paused.goOn();
  expect(await paused.report()).toMatchObject({
    kind: 'ended',
    code: 'model_failed',
    details: { charged: false },
  });
  expect(await kindsOf(app.db, userId)).toEqual(['open', 'hold', 'expire', 'hold', 'settle', 'correct']);
  expect(app.simulator.produced(app.modelKey)).toHaveLength(1);
  expect((await client.usage.summary.query()).lifetime).toMatchObject(receipt.charged);
});

function start(task: PausingTask) {
  const program = fileURLToPath(new URL('./pausing-caller.ts', import.meta.url));
  const child: ChildProcess = fork(program, [JSON.stringify(task)], {
    execPath: process.execPath,
    execArgv: [],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    async report(): Promise<PausingReport> {
      const message = await new Promise((resolve, reject) => {
        child.once('message', resolve);
        child.once('exit', (code) => reject(new Error(`the process ended with ${code} and told nothing`)));
      });
      return PausingReport.parse(message);
    },
    goOn: () => child.kill('SIGCONT'),
  };
}
