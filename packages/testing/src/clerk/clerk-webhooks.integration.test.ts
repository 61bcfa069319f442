import { createClerkWebhookHandler } from '@resumint/api';
import { clerkUsers, documents, operations, resumes, tombstones, type Database } from '@resumint/drizzle';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf } from '../router/entries.ts';
import { expectRefusal } from '../router/refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from '../router/upload.ts';
import { platforms } from '../test-database.ts';
import { deletedEvent, sessionEvent, userEvent } from './clerk-events.ts';
import { startClerkApp, type ClerkApp } from './start-clerk-app.ts';

let made = 0;
const newSubject = () => `user_event${(made += 1)}`;

describe.each(platforms())('Clerk’s events, $server.name over $driver', (platform) => {
  let clerk: ClerkApp;
  let db: Database;

  beforeAll(async () => {
    clerk = await startClerkApp({ platform });
    ({ db } = clerk.app);
  });
  afterAll(() => clerk.stop());

  const expectTaken = async (...[event]: Parameters<ClerkApp['signed']>) => {
    const { status } = await clerk.receive(clerk.signed(event));
    expect(status).toBe(204);
  };
  const personOf = async (subject: string) => {
    const people = await db.select().from(clerkUsers).where(eq(clerkUsers.subject, subject));
    expect(people).toHaveLength(1);
    return people[0];
  };

  it('user.created makes a person with an email and a usage record, once for an event delivered many times at once', async () => {
    const subject = newSubject();
    const event = clerk.signed(
      userEvent('user.created', { subject, email: ' Ada@Example.com', updatedAt: 1_000 }),
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => clerk.receive(event.clone())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 204));
    const person = await personOf(subject);
    expect(person).toMatchObject({ email: 'ada@example.com', standing: 'active', isProvisioned: true });
    expect(await kindsOf(db, person?.userId ?? '')).toEqual(['open']);
  });

  it('tells the email of a person who was seen first, and finds them by it for an admin', async () => {
    const { client, subject } = await clerk.signIn();
    expect(await client.account.me.query()).toMatchObject({ email: null });
    const email = `${subject}@example.com`;
    await expectTaken(userEvent('user.created', { subject, email, updatedAt: 1_000 }));
    expect(await client.account.me.query()).toMatchObject({ email });
    const admin = await clerk.app.createPerson({ role: 'admin' });
    await admin.client.limits.setFor.mutate({ email, limits: { tokensPerDay: 7n } });
    expect((await client.limits.get.query()).limits).toMatchObject({ tokensPerDay: { granted: 7n } });
  });

  it('the latest profile by Clerk’s clock stands, whichever is heard last', async () => {
    const subject = newSubject();
    await expectTaken(userEvent('user.updated', { subject, email: 'new@example.com', updatedAt: 3_000 }));
    await expectTaken(userEvent('user.created', { subject, email: 'old@example.com', updatedAt: 1_000 }));
    await expectTaken(userEvent('user.updated', { subject, email: 'older@example.com', updatedAt: 2_000 }));
    expect(await personOf(subject)).toMatchObject({ email: 'new@example.com' });
    await expectTaken(userEvent('user.updated', { subject, email: 'newest@example.com', updatedAt: 4_000 }));
    expect(await personOf(subject)).toMatchObject({ email: 'newest@example.com' });
  });

  it('a ban refuses a person whose token still stands, until it is lifted', async () => {
    const { client, subject } = await clerk.signIn();
    const profile = { subject, email: 'banned@example.com' };
    await client.account.me.query();
    await expectTaken(userEvent('user.updated', { ...profile, updatedAt: 1_000, banned: true }));
    await expectRefusal('unauthenticated', client.account.me.query());
    await expectTaken(userEvent('user.updated', { ...profile, updatedAt: 2_000, banned: false }));
    expect(await client.account.me.query()).toMatchObject({ email: profile.email });
  });

  it.each(['session.ended', 'session.removed', 'session.revoked'] as const)(
    '%s refuses a token that has not expired, and no other session',
    async (type) => {
      const [ended, other] = [await clerk.signIn(), await clerk.signIn()];
      await ended.client.account.me.query();
      await expectTaken(sessionEvent(type, ended));
      await expectTaken(sessionEvent(type, ended));
      await expectRefusal('unauthenticated', ended.client.account.me.query());
      expect(await other.client.account.me.query()).toMatchObject({ role: 'person' });
    },
  );

  it('user.deleted refuses the person, erases all that was theirs but the totals, and leaves everybody else', async () => {
    const [gone, other] = [await clerk.signIn(), await clerk.signIn()];
    for (const { client } of [gone, other]) {
      const documentId = await uploadFile(client, SHORT_RESUME);
      await client.ai.parseResume.mutate({ documentId, idempotencyKey: 'one call' });
      await saveResumeOf(client, 'new-grad.resume.json');
    }
    await clerk.app.settled();
    const { userId } = await gone.client.account.me.query();
    const otherId = (await other.client.account.me.query()).userId;

    await expectTaken(deletedEvent(gone.subject));
    await expectTaken(deletedEvent(gone.subject));
    await expectRefusal('unauthenticated', gone.client.account.me.query());
    expect(await personOf(gone.subject)).toMatchObject({ standing: 'deleted', email: null });
    for (const table of [documents, resumes, operations]) {
      expect(await db.$count(table, eq(table.userId, userId))).toBe(0);
      expect(await db.$count(table, eq(table.userId, otherId))).toBeGreaterThan(0);
    }
    expect(await kindsOf(db, userId)).toEqual([]);
    expect(await kindsOf(db, otherId)).toEqual(['open', 'hold', 'settle']);
    const [tombstone] = await db.select().from(tombstones).where(eq(tombstones.userId, userId));
    const { lifetime } = await other.client.usage.summary.query();
    expect(tombstone).toMatchObject({
      operations: 1,
      tokens: lifetime.tokens,
      costNanos: lifetime.costNanos,
    });
  });

  it('a deleted person stays deleted, whatever is heard or seen of them later', async () => {
    const { client, subject } = await clerk.signIn();
    await expectTaken(deletedEvent(subject));
    const { userId } = (await personOf(subject)) ?? {};
    await expectTaken(userEvent('user.created', { subject, email: 'late@example.com', updatedAt: 9_000 }));
    await expectTaken(userEvent('user.updated', { subject, email: 'later@example.com', updatedAt: 9_900 }));
    await expectRefusal('unauthenticated', client.account.me.query());
    expect(await personOf(subject)).toMatchObject({ userId, standing: 'deleted', email: null });
    expect(await kindsOf(db, userId ?? '')).toEqual([]);
  });

  it('a deletion and an update that arrive together leave the person deleted', async () => {
    const subject = newSubject();
    const update = { subject, email: 'racing@example.com', updatedAt: 1_000 };
    await Promise.all([
      expectTaken(userEvent('user.updated', update)),
      expectTaken(deletedEvent(subject)),
      expectTaken(userEvent('user.created', update)),
    ]);
    expect(await personOf(subject)).toMatchObject({ standing: 'deleted', email: null });
  });

  it('an event that cannot be applied is 503 and reported, and applied when it is delivered again', async () => {
    const subject = newSubject();
    const event = clerk.signed(userEvent('user.created', { subject, email: 'x@example.com', updatedAt: 1 }));
    await clerk.app.direct.execute(sql`rename table clerk_users to clerk_users_away`);
    const reported = clerk.app.failures.length;
    expect((await clerk.receive(event.clone())).status).toBe(503);
    expect(clerk.app.failures).toHaveLength(reported + 1);
    await clerk.app.direct.execute(sql`rename table clerk_users_away to clerk_users`);
    expect((await clerk.receive(event)).status).toBe(204);
    expect(await personOf(subject)).toMatchObject({ isProvisioned: true });
  });

  it('a deletion whose work was cut off is completed when it is delivered again', async () => {
    const { client, subject } = await clerk.signIn();
    await uploadFile(client, SHORT_RESUME);
    const { userId } = await client.account.me.query();
    await clerk.app.direct.execute(sql`rename table resumes to resumes_away`);
    const event = clerk.signed(deletedEvent(subject));
    expect((await clerk.receive(event.clone())).status).toBe(503);
    await expectRefusal('unauthenticated', client.account.me.query());
    await clerk.app.direct.execute(sql`rename table resumes_away to resumes`);
    expect((await clerk.receive(event)).status).toBe(204);
    expect(await db.$count(documents, eq(documents.userId, userId))).toBe(0);
  });

  it('an event of another type is acknowledged', async () => {
    await expectTaken({ type: 'organization.created', data: { id: 'org_1' } });
    await expectTaken({ type: 'session.created', data: { id: 'sess_1', user_id: 'user_1' } });
  });

  it('a known event of an unknown shape is not taken for applied', async () => {
    const event = { type: 'user.deleted', data: { id: 'usr_ours' } };
    expect((await clerk.receive(clerk.signed(event))).status).toBe(503);
  });

  it.each([
    ['its body was changed', (event: Request) => copy(event, { body: '{"type":"user.deleted","data":{}}' })],
    ['its id was changed', (event: Request) => copy(event, { headers: { 'svix-id': 'msg_other' } })],
    ['its time was changed', (event: Request) => copy(event, { headers: { 'svix-timestamp': '1' } })],
    ['it is not signed', (event: Request) => copy(event, { headers: { 'svix-signature': '' } })],
    ['its signature is garbage', (event: Request) => copy(event, { headers: { 'svix-signature': 'v1,x' } })],
    ['it is empty', (event: Request) => copy(event, { body: '' })],
  ])('an event is refused with 400 when %s', async (_, change) => {
    const subject = newSubject();
    const event = clerk.signed(userEvent('user.created', { subject, email: 'x@example.com', updatedAt: 1 }));
    expect((await clerk.receive(await change(event))).status).toBe(400);
    expect(await db.$count(clerkUsers, eq(clerkUsers.subject, subject))).toBe(0);
  });

  it('an event past all bounds is refused with 413', async () => {
    const request = clerk.signed({ type: 'user.created', data: { filler: 'x'.repeat(1024 * 1024) } });
    expect((await clerk.receive(request)).status).toBe(413);
  });

  it('a secret that signs nothing is refused at once', () => {
    const { report, metering } = clerk.app.dependencies;
    const options = { db, ledger: metering.ledger, report };
    expect(() => createClerkWebhookHandler({ ...options, signingSecret: 'secret' })).toThrow(RangeError);
  });
});

async function copy(
  event: Request,
  changed: { body?: string; headers?: Record<string, string> },
): Promise<Request> {
  const headers = new Headers(event.headers);
  for (const [name, value] of Object.entries(changed.headers ?? {})) headers.set(name, value);
  return new Request(event.url, {
    method: 'POST',
    headers,
    body: changed.body ?? (await event.text()),
  });
}
