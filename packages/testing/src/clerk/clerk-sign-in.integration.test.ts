import { createClerkAuthStore } from '@resumint/api';
import { describeClerkAuthStore } from '@resumint/auth/clerk/contract';
import { clerkUsers, sessions, type Database } from '@resumint/drizzle';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf, kindsOf } from '../router/entries.ts';
import { expectRefusal } from '../router/refusal.ts';
import { platforms } from '../test-database.ts';
import { deletedEvent, sessionEvent } from './clerk-events.ts';
import { startClerkApp, type ClerkApp } from './start-clerk-app.ts';

describe.each(platforms())('$server.name over $driver', (platform) => {
  let clerk: ClerkApp;
  let db: Database;
  let statements: string[] = [];

  beforeAll(async () => {
    clerk = await startClerkApp({ platform, onStatement: (statement) => statements.push(statement) });
    ({ db } = clerk.app);
  });
  afterAll(() => clerk.stop());

  const peopleOf = (subject: string) => db.select().from(clerkUsers).where(eq(clerkUsers.subject, subject));

  describeClerkAuthStore('of the router', async () => ({
    store: createClerkAuthStore({ db, ledger: clerk.app.dependencies.metering.ledger }),
    endSession: async (session) => {
      await clerk.receive(clerk.signed(sessionEvent('session.ended', session)));
    },
    deleteUser: async (subject) => {
      await clerk.receive(clerk.signed(deletedEvent(subject)));
    },
  }));

  it('a person who is seen for the first time by many requests at once is one person with one usage record', async () => {
    const { client, subject } = await clerk.signIn();
    const seen = await Promise.all(Array.from({ length: 8 }, () => client.account.me.query()));
    const [person, ...others] = await peopleOf(subject);
    expect(others).toEqual([]);
    expect(new Set(seen.map(({ userId }) => userId))).toEqual(new Set([person?.userId]));
    expect(await kindsOf(db, person?.userId ?? '')).toEqual(['open']);
  });

  it('a person whose usage record could not be opened is told 503, and gets it with the next request', async () => {
    const { client } = await clerk.signIn();
    await clerk.app.direct.execute(sql`rename table ledger to ledger_away`);
    await expectRefusal('unavailable', client.account.me.query());
    await clerk.app.direct.execute(sql`rename table ledger_away to ledger`);
    const { userId } = await client.account.me.query();
    expect(await entriesOf(db, userId)).toHaveLength(1);
  });

  it('costs one round trip to know a person again', async () => {
    const { client } = await clerk.signIn();
    await client.account.me.query();
    const before = clerk.app.roundTrips();
    statements = [];
    await expectRefusal('bad_input', client.account.signOut.mutate());
    expect(statements).toEqual([expect.stringMatching(/^select .* from `clerk_users`/)]);
    expect(clerk.app.roundTrips()).toBe(before === null ? null : before + 1);
  });

  it('makes no session of ours', async () => {
    const { client } = await clerk.signIn();
    const { userId } = await client.account.me.query();
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
  });

  it('a database that is away is told as 503, and not as being signed out', async () => {
    const { client } = await clerk.signIn();
    await client.account.me.query();
    await clerk.app.direct.execute(sql`rename table clerk_users to clerk_users_away`);
    await expectRefusal('unavailable', client.account.me.query());
    await clerk.app.direct.execute(sql`rename table clerk_users_away to clerk_users`);
    expect(await client.account.me.query()).toMatchObject({ role: 'person' });
  });
});
