import {
  alerts,
  alertSettings,
  createId,
  denials,
  documents,
  inquiries,
  operationChoices,
  ledger as table,
  streamPositions,
  tombstones,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
} from '@resumint/drizzle';
import {
  ERASED_TABLES,
  finishErasure,
  finishErasures,
  requestErasure,
  type Ledger,
} from '@resumint/metering';
import { and, eq, getTableName, lt, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';
import { entriesOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

const PASSWORD = 'a long enough password';

describe.each(platforms())('the erasure of a person, $server.name over $driver', (platform) => {
  let app: TestApp;
  let ledger: Ledger;
  let person: Person;
  let documentId: string;

  beforeAll(async () => {
    app = await startTestApp({ platform });
    ({ ledger } = app.dependencies.metering);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    person = await signUp(`${createId('user')}@example.com`);
    documentId = await uploadFile(person.client, SHORT_RESUME);
    await person.client.ai.parseResume.mutate({ documentId });
    await app.settled();
  });

  const signUp = async (email: string): Promise<Person> => {
    const { token, identity } = await app.client().account.signUp.mutate({ email, password: PASSWORD });
    return { userId: identity.userId, email, token, client: app.client(token) };
  };
  const erase = (by = person) => by.client.account.delete.mutate({ password: PASSWORD });
  const rowsOf = async (userId: string) => {
    const counts: Record<string, number> = {};
    for (const one of ERASED_TABLES) {
      const rows = await app.db.$count(one, eq(one.userId, userId));
      if (rows > 0) counts[getTableName(one)] = rows;
    }
    return counts;
  };
  const tombstoneOf = async (userId: string) => {
    const [tombstone] = await app.db.select().from(tombstones).where(eq(tombstones.userId, userId));
    return tombstone;
  };
  /** What the follower would have kept. */
  const follow = async ({ userId }: Person) => {
    const at = new Date();
    const mine = { userId, dayStart: at };
    await app.db
      .insert(streamPositions)
      .values({ userId, seq: 1, mac: 'm', signature: 's', nextExpiryAt: null });
    await app.db.insert(alertSettings).values({ userId, byMail: true });
    await app.db.insert(inquiries).values({ userId, operationId: 'op_1', tries: 0, dueAt: at });
    await app.db
      .insert(denials)
      .values({ ...mine, limitName: 'tokensPerDay', operation: 'resume.parse', count: 1, lastAt: at });
    await app.db.insert(usageDaily).values({
      ...mine,
      monthStart: at,
      operation: 'resume.parse',
      model: 'm',
      outcome: 'completed',
      calls: 1,
      inputTokens: 1,
      cachedInputTokens: 0,
      outputTokens: 1,
      reasoningTokens: 0,
      tokens: 2,
      costNanos: 2n,
    });
    const counts = { calls: 1, tokens: 2, costNanos: 2n };
    await app.db
      .insert(usageDimensions)
      .values({ ...mine, ...counts, dimension: 'kind', monthStart: at, name: 'call', notMade: 0 });
    await app.db
      .insert(usageMonths)
      .values({ userId, startsAt: at, operations: 1, tokens: 2, costNanos: 2n });
    await app.db.insert(usageQuarters).values({ userId, startsAt: at, ...counts });
    await app.db.insert(operationChoices).values({
      userId,
      operation: 'resume.parse',
      revision: 1,
      isTierSuggested: false,
      isCapSuggested: false,
    });
    await app.db.insert(alerts).values({
      userId,
      seq: 1,
      limitName: 'tokensPerDay',
      percent: 50,
      at,
      used: 1n,
      allowed: 2n,
      resetsAt: at,
      readAt: null,
      mail: 'pending',
      mailTries: 0,
      mailDueAt: at,
    });
  };
  const refund = async ({ email }: Person) => {
    const admin = await app.createPerson({ role: 'admin' });
    const asked = { email, tokens: -1, scope: 'day', reason: 'refund', note: 'a word to Ada' } as const;
    await admin.client.usage.adjustFor.mutate(asked);
  };

  it('leaves no row in any table but the totals, signs out everywhere, and touches nobody else', async () => {
    const other = await signUp(`${createId('user')}@example.com`);
    for (const one of [person, other]) {
      await saveResumeOf(one.client);
      await follow(one);
    }
    await refund(person);
    const [before, others] = [await rowsOf(person.userId), await rowsOf(other.userId)];
    expect(Object.keys(before).toSorted()).toEqual(ERASED_TABLES.map((one) => getTableName(one)).toSorted());
    const { lifetime } = await person.client.usage.summary.query();
    expect(await erase()).toEqual({ isErased: true });
    expect(await rowsOf(person.userId)).toEqual({});
    expect(await rowsOf(other.userId)).toEqual(others);
    expect(await tombstoneOf(person.userId)).toMatchObject({
      entries: 5,
      operations: 1,
      tokens: lifetime.tokens,
      costNanos: lifetime.costNanos,
      erasedAt: expect.any(Date),
    });
    await expectRefusal('unauthenticated', person.client.account.me.query());
  });

  it('frees the email for a new account, which has nothing of the old one', async () => {
    await erase();
    const signIn = app.client().account.signIn.mutate({ email: person.email, password: PASSWORD });
    await expectRefusal('unauthenticated', signIn);
    const again = await signUp(person.email);
    expect(again.userId).not.toBe(person.userId);
    expect(await again.client.usage.summary.query()).toMatchObject({
      lifetime: { tokens: 0, operations: 0 },
    });
    expect((await again.client.documents.list.query()).documents).toEqual([]);
  });

  it('is refused without the password, and to nobody, and then erases nothing', async () => {
    const before = await rowsOf(person.userId);
    await expectRefusal('forbidden', person.client.account.delete.mutate({ password: 'another password' }));
    const tooLong = person.client.account.delete.mutate({ password: 'p'.repeat(201) });
    await expectRefusal('bad_input', tooLong);
    await expectRefusal('unauthenticated', app.client().account.delete.mutate({ password: PASSWORD }));
    expect(await rowsOf(person.userId)).toEqual(before);
    expect(await tombstoneOf(person.userId)).toBeUndefined();
  });

  it('waits for a call that runs, admits no other, and then counts it', async () => {
    app.simulator.fault(app.modelKey, { kind: 'hang' });
    const running = person.client.ai.parseResume.mutate({ documentId });
    await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
    expect(await erase()).toEqual({ isErased: false });
    expect(await rowsOf(person.userId)).toEqual({ ledger: 5 });
    expect(await finishErasure(ledger, person.userId)).toBe('waiting');
    expect(await tombstoneOf(person.userId)).toMatchObject({ erasedAt: null });
    app.simulator.release(app.modelKey);
    await running;
    await app.settled();
    await finishErasures(ledger);
    expect(await rowsOf(person.userId)).toEqual({});
    expect(await tombstoneOf(person.userId)).toMatchObject({ operations: 2, erasedAt: expect.any(Date) });
    expect(app.failures).toEqual([]);
  });

  it('that is only requested admits no call, also where limits are soft', async () => {
    const admin = await app.createPerson({ role: 'admin' });
    await admin.client.limits.setFor.mutate({ email: person.email, enforcement: 'soft' });
    const stays = app.createPerson();
    await requestErasure(ledger, person.userId);
    await requestErasure(ledger, person.userId);
    const entries = await entriesOf(app.db, person.userId);
    expect(entries.at(-1)).toMatchObject({ kind: 'terms', actor: 'erasure' });
    expect(entries.filter(({ actor }) => actor === 'erasure')).toHaveLength(1);
    const { open } = { open: entries.at(-1)?.terms };
    expect(open).toContain('"maxInFlight":0');
    expect(open).not.toContain('soft');
    await stays;
  });

  it('is the same whether it runs once, at once, or goes on where it was cut off', async () => {
    const { lifetime } = await person.client.usage.summary.query();
    await requestErasure(ledger, person.userId);
    await app.db.delete(table).where(and(eq(table.userId, person.userId), lt(table.seq, 3)));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => finishErasure(ledger, person.userId)));
    expect(new Set(outcomes)).toEqual(new Set(['erased']));
    expect(await finishErasure(ledger, person.userId)).toBe('erased');
    expect(await tombstoneOf(person.userId)).toMatchObject({ entries: 4, tokens: lifetime.tokens });
    expect(await rowsOf(person.userId)).toEqual({});
  });

  it('erases what lands late, without losing what it adds to the totals', async () => {
    const { userId } = person;
    const settled = (await entriesOf(app.db, userId)).at(-1);
    const [document] = await app.db.select().from(documents).where(eq(documents.userId, userId));
    if (!settled || !document) throw new Error('there is a settled call of a document');
    await erase();
    const late = { seq: 9, lifetimeTokens: settled.lifetimeTokens + 5, termsSeq: 4 };
    await app.db.insert(table).values({ ...settled, ...late });
    await app.db.insert(documents).values(document);
    await finishErasures(ledger);
    expect(await rowsOf(userId)).toEqual({});
    expect(await tombstoneOf(userId)).toMatchObject({ entries: 9, tokens: settled.lifetimeTokens + 5 });
  });

  it('is finished for each although that of another fails', async () => {
    const other = await signUp(`${createId('user')}@example.com`);
    await requestErasure(ledger, person.userId);
    await requestErasure(ledger, other.userId);
    await app.direct.execute(sql`rename table resumes to resumes_away`);
    await expect(finishErasures(ledger)).rejects.toThrow('erasures failed');
    await app.direct.execute(sql`rename table resumes_away to resumes`);
    await finishErasures(ledger);
    expect([await rowsOf(person.userId), await rowsOf(other.userId)]).toEqual([{}, {}]);
  });
});
