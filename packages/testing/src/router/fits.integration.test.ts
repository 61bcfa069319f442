import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it("tells how many calls fit by what is usual, and by the person's own once there is one", async () => {
  const { client } = await app.createPerson();
  const before = await client.usage.fits.query();
  expect(before.map(({ operation, basis }) => ({ operation, basis }))).toEqual([
    { operation: 'resume.parse', basis: 'typical' },
    { operation: 'resume.summarize', basis: 'typical' },
  ]);

  const documentId = await uploadFile(client, SHORT_RESUME);
  const { atMost } = await client.ai.quote.query({ operation: 'resume.parse', documentId });
  await client.ai.parseResume.mutate({ documentId });
  const [parse, summarize] = await client.usage.fits.query();
  const { remaining } = (await client.usage.summary.query()).day.tokens;
  expect(parse).toMatchObject({
    basis: 'history',
    hold: atMost,
    calls: (remaining ?? 0n) / BigInt(atMost.tokens),
    limit: 'tokensPerDay',
  });
  expect(summarize).toMatchObject({ basis: 'typical' });
});

it('as many calls as fit are admitted, and nobody else is told of them', async () => {
  const admin = await app.createPerson({ role: 'admin' });
  const { client, email } = await app.createPerson();
  const documentId = await uploadFile(client, SHORT_RESUME);
  await admin.client.limits.setFor.mutate({ email, operationsPerDay: { 'resume.parse': 2n } });
  const fits = async () => (await client.usage.fits.query())[0]?.calls;
  for (const left of [2n, 1n]) {
    expect(await fits()).toBe(left);
    await client.ai.parseResume.mutate({ documentId });
  }
  expect(await fits()).toBe(0n);
  await expectRefusal('limit_reached', client.ai.parseResume.mutate({ documentId }));
  await expectRefusal('unauthenticated', app.client().usage.fits.query());
});
