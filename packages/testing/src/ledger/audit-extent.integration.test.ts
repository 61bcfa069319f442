import { streamPositions } from '@resumint/drizzle';
import { signCheckpoint } from '@resumint/metering';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spend } from '../follower/spend.ts';
import { entriesOf } from '../router/entries.ts';
import { startTestApp, type TestApp } from '../test-app.ts';

/** With the opening one more entry than a glance looks at. */
const CALLS = 100;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('a glance looks at the last entries alone, from the checkpoint where that is among them', async () => {
  const { client, userId } = await app.createPerson();
  const { ledger } = app.dependencies.metering;
  for (let call = 0; call < CALLS; call += 1) {
    await spend(ledger, { userId }, { tokens: 1, name: `call_${call}` });
  }
  const sound = { isExact: true, found: 0, meter: { tokens: CALLS, operations: CALLS } };
  const glance = () => client.usage.audit.query({ extent: 'recent' });
  expect(await glance()).toMatchObject({ ...sound, from: { kind: 'entry', seq: 2 }, entries: 200 });
  const whole = { ...sound, from: { kind: 'start', seq: 1 }, entries: 201, receipts: CALLS };
  expect(await client.usage.audit.query()).toMatchObject(whole);
  expect(await client.usage.audit.query({ extent: 'full' })).toMatchObject(whole);

  const seq = 150;
  const mac = (await entriesOf(app.db, userId)).at(seq - 1)?.mac ?? '';
  const signature = signCheckpoint({ userId, seq, mac }, ledger.key);
  await app.db.insert(streamPositions).values({ userId, seq, mac, signature, nextExpiryAt: null });
  expect(await glance()).toMatchObject({ ...sound, from: { kind: 'checkpoint', seq } });
});
