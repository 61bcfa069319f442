import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import type { DoomedTask } from './doomed-caller.ts';
import { kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const HOLD_MS = 3_000;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('a call whose process is killed is charged what it held once its hold expires, and blocks no other', async () => {
  const { client, token, userId } = await app.createPerson();
  const documentId = await uploadFile(client, SHORT_RESUME);
  const { atMost } = await client.ai.quote.query({ operation: 'resume.parse', documentId });
  app.simulator.fault(app.modelKey, { kind: 'hang' });
  await killWhileItCalls({
    ...app.shared,
    token,
    documentId,
    holdMs: HOLD_MS,
    statementsDirectory: inject('statementsDirectory'),
  });
  expect(await kindsOf(app.db, userId)).toEqual(['open', 'hold']);

  await expect.poll(async () => (await client.usage.summary.query()).inFlight.running, PATIENCE).toBe(0);
  const { day, lifetime } = await client.usage.summary.query();
  expect(day.tokens).toMatchObject({ used: BigInt(atMost.tokens), held: 0n });
  expect(lifetime).toMatchObject(atMost);

  const { receipt } = await client.ai.parseResume.mutate({ documentId });
  expect(await kindsOf(app.db, userId)).toEqual(['open', 'hold', 'expire', 'hold', 'settle']);
  expect(receipt.windowsAfter.day.tokens.used).toBe(BigInt(atMost.tokens + receipt.charged.tokens));
  const { receipts } = await client.usage.list.query();
  expect(receipts[1]).toMatchObject({ status: 'expired', isEstimated: true, charged: atMost });
});

async function killWhileItCalls(task: DoomedTask): Promise<void> {
  const child = fork(fileURLToPath(new URL('./doomed-caller.ts', import.meta.url)), [JSON.stringify(task)], {
    execPath: process.execPath,
    execArgv: [],
  });
  const exited = once(child, 'exit');
  await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
  child.kill('SIGKILL');
  await exited;
}
