import { appRouter } from '@resumint/api';
import { createClient } from '@resumint/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import { ENDPOINT } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const USER_TABLES = ['accounts', 'clerk_users', 'sessions', 'documents', 'resumes', 'operations', 'ledger'];

/** Statements on a user's table that know no user yet, each with why. */
const EXCEPTIONS = [
  // Signing in finds the user by the email; so does an admin who sets limits.
  /^select .* from `accounts` where `accounts`\.`email` = \?$/,
  /^select .* from `clerk_users` where `clerk_users`\.`email` = \? limit \?$/,
];
/** Tables of no user. */
const SHARED_TABLES = ['prices', 'sign_in_attempts', 'dual'];

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

it('every statement on a user’s table names the user', () => {
  const unowned = [...statements].filter(
    (statement) => !isOwned(statement) && !EXCEPTIONS.some((exception) => exception.test(statement)),
  );
  expect(unowned).toEqual([]);
});

it('no statement joins tables, and every table is known', () => {
  expect([...statements].filter((statement) => / join /i.test(statement))).toEqual([]);
  const known = [...USER_TABLES, ...SHARED_TABLES];
  const tables = [...statements].flatMap((statement) => tablesIn(statement));
  expect(tables.filter((table) => !known.includes(table))).toEqual([]);
  expect(USER_TABLES.filter((table) => !tables.includes(table))).toEqual([]);
});

/** Each part of a statement that reads, changes or deletes rows of users does so by user; each insert gives one. */
function isOwned(statement: string): boolean {
  const onUsers = tablesIn(statement).filter((table) => USER_TABLES.includes(table));
  if (onUsers.length === 0) return true;
  if (statement.startsWith('insert')) return /^insert (ignore )?into `\w+` \([^)]*`user_id`/.test(statement);
  return (statement.match(/`user_id` = \?/g) ?? []).length >= onUsers.length;
}

function tablesIn(statement: string): string[] {
  return [...statement.matchAll(/(?:from|into|^update) `?(\w+)`?/g)].flatMap(([, table]) => table ?? []);
}

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
  await client.usage.list.query();
  await client.usage.receipt.query(receipt);
  await client.usage.receipt.query(call);

  await client.limits.get.query();
  await client.limits.check.query({ tokens: 1, costNanos: 1n });
  await client.limits.lower.mutate({ tokensPerDay: 1_000n });
  await client.limits.restore.mutate({});
  await client.limits.warn.mutate({ tokens: 70 });
  await as(adminToken).limits.setFor.mutate({ email, limits: { tokensPerDay: 20_000n } });
  await as(adminToken).limits.setPlanFor.mutate({ email, plan: 'basic@1' });
  const [price] = await client.prices.list.query();
  if (!price) throw new Error('there are prices');
  const { model, bands } = price;
  await as(adminToken).prices.add.mutate({ model, bands, source: 'a test', version: 'new' });
  await client.documents.delete.mutate({ documentId });
  await client.resumes.delete.mutate({ resumeId });

  const newPassword = 'another long password';
  const change = { currentPassword: PASSWORD, newPassword };
  const changed = await client.account.changePassword.mutate(change);
  await as(changed.token).account.signOut.mutate();
  const again = await as().account.signIn.mutate({ email, password: newPassword });
  await as(again.token).account.signOutEverywhere.mutate();
}
