import {
  connect,
  createId,
  inquiries,
  ledger as table,
  operations,
  streamPositions,
} from '@resumint/drizzle';
import { createLedger, readUsage } from '@resumint/metering';
import { seedStream } from '@resumint/seed';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindsOf } from '../router/entries.ts';
import { expectRefusal } from '../router/refusal.ts';
import { SHORT_RESUME, uploadFile } from '../router/upload.ts';
import type { Person } from '../test-app.ts';
import { holdFor, spend } from './spend.ts';
import { startFollowedApp, type FollowedApp } from './start-followed-app.ts';

let followed: FollowedApp;
let person: Person;

beforeAll(async () => {
  followed = await startFollowedApp();
});
afterAll(() => followed.app.stop());
beforeEach(async () => {
  person = await followed.app.createPerson();
  followed.reports.length = 0;
});

const ledger = () => followed.app.dependencies.metering.ledger;

async function onlyReceipt() {
  const { receipts } = await person.client.usage.list.query();
  const [receipt, ...others] = receipts;
  if (!receipt || others.length > 0) throw new Error(`${receipts.length} receipts in place of one`);
  return receipt;
}

/** A call whose connection to the provider was lost, on which the provider has worked. */
async function loseCall() {
  const { app } = followed;
  const documentId = await uploadFile(person.client, SHORT_RESUME);
  app.simulator.fault(app.modelKey, { kind: 'cutMidStream' });
  await expectRefusal('model_failed', person.client.ai.parseResume.mutate({ documentId }));
  await app.settled();
  return app.simulator.produced(app.modelKey).at(-1)?.usage;
}

const inquiriesOfPerson = () =>
  followed.app.db.select().from(inquiries).where(eq(inquiries.userId, person.userId));
const inquiryIsDue = () =>
  followed.app.db
    .update(inquiries)
    .set({ dueAt: new Date(0) })
    .where(eq(inquiries.userId, person.userId));

describe('a hold whose person is idle', () => {
  it('expires by the follower, and is not looked at again', async () => {
    const { userId } = person;
    await holdFor(ledger(), { userId, operationId: 'op_left', tokens: 700, lifetimeMs: 0 });
    const follower = followed.follower();
    await follower.pass();
    expect(await kindsOf(followed.app.db, userId)).toEqual(['open', 'hold', 'expire']);
    const { steps } = await follower.pass();
    expect(steps.expireIdle).toEqual({ expired: 0 });
    const [position] = await followed.app.db
      .select()
      .from(streamPositions)
      .where(eq(streamPositions.userId, userId));
    expect(position).toMatchObject({ seq: 3, nextExpiryAt: null });
  });

  it('expires once when many followers pass at once', async () => {
    const { userId } = person;
    await holdFor(ledger(), { userId, operationId: 'op_left', tokens: 700, lifetimeMs: 0 });
    await followed.follower().pass();
    await Promise.all([1, 2, 3].map(() => followed.follower().pass()));
    expect(await kindsOf(followed.app.db, userId)).toEqual(['open', 'hold', 'expire']);
  });
});

describe('a call that was lost', () => {
  it('is charged what the provider says that it used, and what was told stays', async () => {
    const used = await loseCall();
    expect((await onlyReceipt()).isEstimated).toBe(true);
    const follower = followed.follower();
    await follower.pass();
    expect(await inquiriesOfPerson()).toMatchObject([{ tries: 0 }]);
    await inquiryIsDue();
    await follower.pass();
    const receipt = await onlyReceipt();
    expect(receipt).toMatchObject({
      outcome: 'lost',
      isEstimated: false,
      isCorrected: true,
      tokens: used,
      charged: { tokens: (used?.inputTokens ?? 0) + (used?.outputTokens ?? 0) },
    });
    expect(await inquiriesOfPerson()).toEqual([]);
    const { day } = await person.client.usage.summary.query();
    expect(day.tokens.used).toBe(BigInt(receipt.charged.tokens));
  });

  it('is corrected once when many followers pass at once', async () => {
    await loseCall();
    await followed.follower().pass();
    await inquiryIsDue();
    await Promise.all([1, 2, 3].map(() => followed.follower().pass()));
    expect(await kindsOf(followed.app.db, person.userId)).toEqual(['open', 'hold', 'settle', 'correct']);
  });

  it.each([
    { when: 'the provider does not know it', answer: async () => ({ kind: 'unknown' as const }) },
    { when: 'the provider never ends it', answer: async () => ({ kind: 'pending' as const }) },
    {
      when: 'the provider is away',
      answer: async () => {
        throw new Error('away');
      },
    },
  ])('keeps its estimate when $when, and is asked about some times', async ({ answer }) => {
    await loseCall();
    const { charged } = await onlyReceipt();
    let asked = 0;
    const follower = followed.follower({
      findUsage: () => {
        asked += 1;
        return answer();
      },
    });
    await follower.pass();
    for (let pass = 0; pass < 10; pass += 1) {
      await inquiryIsDue();
      await follower.pass();
    }
    expect(asked).toBe(6);
    expect(await inquiriesOfPerson()).toEqual([]);
    expect(await onlyReceipt()).toMatchObject({ charged, isEstimated: true, isCorrected: false });
  });

  it('is not asked about before its time', async () => {
    await loseCall();
    const follower = followed.follower();
    await follower.pass();
    const { steps } = await follower.pass();
    expect(steps.askForUsage).toEqual({ asked: 0, corrected: 0, dropped: 0 });
  });
});

describe('a stream that was forged', () => {
  it('stops alone, and is told of once', async () => {
    const other = await followed.app.createPerson();
    await spend(ledger(), person, { tokens: 100 });
    await spend(ledger(), other, { tokens: 100 });
    await followed.app.db
      .update(table)
      .set({ tokens: 1 })
      .where(and(eq(table.userId, person.userId), eq(table.seq, 3)));
    const follower = followed.follower();
    const { steps } = await follower.pass();
    await follower.pass();
    expect(steps.followStreams).toMatchObject({ broken: 1, failed: 0 });
    expect(followed.reports).toMatchObject([
      { name: 'BrokenStreamError', code: `forged ${person.userId}/3` },
    ]);
    const positionOf = ({ userId }: Person) =>
      followed.app.db.select().from(streamPositions).where(eq(streamPositions.userId, userId));
    expect(await positionOf(person)).toEqual([]);
    expect(await positionOf(other)).toMatchObject([{ seq: 3 }]);
  });
});

it('months that have ended are told the same before and after they are rolled up', async () => {
  const userId = createId('user');
  await seedStream(ledger(), userId, { scenario: 'normal', zone: 'UTC', now: Date.now() });
  const before = await readUsage(ledger(), userId);
  expect(before.pastMonths.length).toBeGreaterThan(0);
  await followed.follower().pass();
  const { pastMonths, lifetime } = await readUsage(ledger(), userId);
  expect(pastMonths).toEqual(before.pastMonths);
  expect(lifetime).toEqual(before.lifetime);
});

it('answers whose time is over are forgotten, and what asks the provider stays', async () => {
  const documentId = await uploadFile(person.client, SHORT_RESUME);
  const kept = await person.client.ai.parseResume.mutate({ documentId });
  const gone = await person.client.ai.parseResume.mutate({ documentId });
  await followed.app.settled();
  const isOf = ({ receipt }: typeof gone) =>
    and(eq(operations.userId, person.userId), eq(operations.operationId, receipt.operationId));
  await followed.app.db
    .update(operations)
    .set({ resultExpiresAt: new Date(Date.now() - 60_000) })
    .where(isOf(gone));
  await followed.follower().pass();
  const read = (call: typeof gone) => followed.app.db.select().from(operations).where(isOf(call));
  expect(await read(gone)).toMatchObject([{ result: null, responseId: expect.any(String) }]);
  expect(await read(kept)).toMatchObject([{ result: expect.anything() }]);
});

describe('a pass', () => {
  it('tells of each step what it did', async () => {
    const { steps, tookMs } = await followed.follower().pass();
    expect(Object.keys(steps)).toEqual([
      'followStreams',
      'expireIdle',
      'askForUsage',
      'finishErasures',
      'forgetResults',
      'deliverAlerts',
    ]);
    expect(tookMs).toBeGreaterThanOrEqual(0);
  });

  it('leaves out what nothing is there for, and ends before its first step when it is asked to', async () => {
    const follower = followed.follower({ findUsage: null, sendMail: null });
    const { steps } = await follower.pass();
    expect(Object.keys(steps)).toEqual(['followStreams', 'expireIdle', 'finishErasures', 'forgetResults']);
    expect((await follower.pass(AbortSignal.abort())).steps).toEqual({});
  });

  it('that fails in one step makes the others', async () => {
    const { databaseUrl, secret } = followed.app.shared;
    const { db, close } = await connect(databaseUrl, {
      onStatement: (statement) => {
        if (statement.includes('from `inquiries`')) throw new Error('this table is away');
      },
    });
    const { steps } = await followed.follower({ db, ledger: createLedger({ db, secret }) }).pass();
    await close();
    expect(steps.askForUsage).toBe('failed');
    expect(steps.deliverAlerts).toMatchObject({ failed: 0 });
    expect(followed.reports.map(String)).toContain('Error: this table is away');
  });
});

it('a loop goes on until it is told to end, and then has ended what it was doing', async () => {
  const ending = new AbortController();
  await spend(ledger(), person, { tokens: 100 });
  const looping = followed.follower().loop(ending.signal, 1);
  const positions = () =>
    followed.app.db.select().from(streamPositions).where(eq(streamPositions.userId, person.userId));
  await expect.poll(positions, { timeout: 30_000 }).toMatchObject([{ seq: 3 }]);
  ending.abort();
  await expect(looping).resolves.toBeUndefined();
});
