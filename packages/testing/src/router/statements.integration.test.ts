import { appRouter } from '@resumint/api';
import { createFollower } from '@resumint/api/follower';
import { createClient, type Client } from '@resumint/client';
import { connect, inquiries, operations } from '@resumint/drizzle';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdFor } from '../follower/spend.ts';
import { breachesOf } from '../statements/check-recorded.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { ENDPOINT } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const PASSWORD = 'a long enough password';

let app: TestApp;
const statements = new Set<string>();
const called = new Set<string>();

beforeAll(async () => {
  app = await startTestApp({ onStatement: (statement) => statements.add(statement) });
  const admin = await app.createPerson({ role: 'admin' });
  statements.clear();
  await callEverything(admin.token);
  await app.settled();
});
afterAll(() => app.stop());

it('every procedure of the router was called', () => {
  expect([...called].toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
});

it('every statement that it led to names one user, and is known by what it is on', () => {
  expect(statements.size).toBeGreaterThan(20);
  expect(breachesOf([...statements])).toEqual([]);
});

async function callEverything(adminToken: string): Promise<void> {
  const as = (token?: string) =>
    createClient({
      url: ENDPOINT,
      ...(token !== undefined && { token }),
      fetch: (input, init) => {
        const request = new Request(input, init);
        called.add(new URL(request.url).pathname.split('/').at(-1) ?? '');
        return app.handler(request);
      },
    });
  const email = 'person@example.com';
  await as().account.signUp.mutate({ email, password: PASSWORD });
  const { token } = await as().account.signIn.mutate({ email, password: PASSWORD });
  const client = as(token);
  await client.account.me.query();
  await client.account.setZone.mutate({ zone: 'Europe/Berlin' });

  const documentId = await uploadFile(client, SHORT_RESUME);
  await client.documents.get.query({ documentId });
  const { resume } = await client.documents.parse.query({ documentId });
  await client.documents.list.query({ limit: 1, cursor: documentId });
  const draft = { title: 'Mine', content: resume, documentId };
  const { resumeId, updatedAt: basedOn } = await client.resumes.save.mutate(draft);
  await client.resumes.save.mutate({ ...draft, resumeId, basedOn });
  await expectRefusal('changed_elsewhere', client.resumes.save.mutate({ ...draft, resumeId, basedOn }));
  await client.resumes.get.query({ resumeId });
  await client.resumes.list.query({ limit: 1, cursor: resumeId });

  await client.ai.quote.query({ operation: 'resume.parse', documentId });
  const call = { documentId, idempotencyKey: 'a key of the caller' };
  const { receipt } = await client.ai.parseResume.mutate(call);
  await client.ai.parseResume.mutate(call);
  for await (const event of await client.ai.summarize.mutate({ resumeId })) expect(event).toBeDefined();
  await client.usage.summary.query();
  await client.usage.daily.query();
  await client.usage.analytics.query();
  await client.usage.denied.query();
  await client.usage.hours.query();
  await client.usage.forecast.query();
  await client.usage.fits.query();
  await client.usage.list.query();
  await client.usage.denials.query();
  await client.usage.activity.query({ query: { search: 'ine', to: '2100-01-01' } });
  await client.usage.activity.query({ query: { ending: 'adjusted' }, cursor: 1_000 });
  await client.usage.entry.query(receipt);
  await client.usage.receipt.query(receipt);
  await client.usage.receipt.query(call);

  const refund = { email, costNanos: -1n, scope: 'day', reason: 'refund', note: 'a test' } as const;
  await as(adminToken).usage.adjustFor.mutate(refund);
  await client.usage.adjustments.query({ limit: 1, cursor: 1_000 });
  await client.usage.audit.query();

  const operation = 'resume.parse';
  await client.choices.set.mutate({ operation, tier: 'best' });
  await client.choices.set.mutate({ operation, tier: null, maxOutputTokens: 5_000 });
  await client.choices.list.query();
  await client.suggestions.list.query();
  const id = 'cheaperModel:resume.parse:economy';
  await expectRefusal('not_found', client.suggestions.accept.mutate({ id }));
  await client.suggestions.undo.mutate({ id });

  await client.limits.get.query();
  await client.limits.check.query({ tokens: 1, costNanos: 1n });
  await client.limits.lower.mutate({ tokensPerDay: 1_000n });
  await client.limits.restore.mutate({});
  await client.limits.warn.mutate({ tokens: 70 });
  await client.limits.alertAt.mutate({ percents: [1] });
  await as(adminToken).limits.setFor.mutate({ email, limits: { tokensPerDay: 20_000n } });
  await as(adminToken).limits.setPlanFor.mutate({ email, plan: 'basic@1' });
  const [price] = await client.prices.list.query();
  if (!price) throw new Error('there are prices');
  const { model, bands } = price;
  await as(adminToken).prices.add.mutate({ model, bands, source: 'a test', version: 'new' });
  await followEverything(client, documentId);
  await client.documents.delete.mutate({ documentId });
  await client.resumes.delete.mutate({ resumeId });

  const newPassword = 'another long password';
  const change = { currentPassword: PASSWORD, newPassword };
  const changed = await client.account.changePassword.mutate(change);
  await as(changed.token).account.signOut.mutate();
  const again = await as().account.signIn.mutate({ email, password: newPassword });
  await as(again.token).account.signOutEverywhere.mutate();
  const last = await as().account.signIn.mutate({ email, password: newPassword });
  await as(last.token).account.delete.mutate({ password: newPassword });
}

/** Gives the follower something to do in each of its steps, and calls what shows it. */
async function followEverything(client: Client, documentId: string): Promise<void> {
  const { metering, db } = app.dependencies;
  const { userId } = await client.account.me.query();
  const follower = createFollower({
    db,
    ledger: metering.ledger,
    prices: metering.prices,
    findUsage: async () => ({
      kind: 'known',
      usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, reasoningTokens: 0 },
    }),
    sendMail: async () => {},
    appOrigin: 'http://resumint.test',
    report: (error) => {
      throw error;
    },
  });
  app.simulator.fault(app.modelKey, { kind: 'cutMidStream' });
  await expectRefusal('model_failed', client.ai.parseResume.mutate({ documentId }));
  const lost = { userId, operationId: 'op_left', tokens: 1, lifetimeMs: 0 };
  await holdFor(metering.ledger, lost);
  await app.settled();
  await follower.pass();
  await makeDue();
  await follower.pass();
  await client.usage.summary.query();
  const { seenUpTo, nextCursor } = await client.notifications.list.query({ limit: 1 });
  await client.notifications.list.query({ limit: 1, cursor: nextCursor });
  await client.notifications.markRead.mutate({ seenUpTo: seenUpTo ?? { at: new Date(), seq: 1 } });
  await client.notifications.setSettings.mutate({ byMail: false });
  await client.notifications.settings.query();
}

/** As time does. Its own statements are not among those that are looked at. */
async function makeDue(): Promise<void> {
  const { databaseUrl } = app.shared;
  const aside = await connect(databaseUrl);
  const past = new Date(Date.now() - 1_000);
  await aside.db.update(inquiries).set({ dueAt: past });
  await aside.db.update(operations).set({ resultExpiresAt: past });
  await aside.close();
}
