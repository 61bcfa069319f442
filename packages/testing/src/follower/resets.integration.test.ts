import { alerts, ledger as table, watermarks } from '@resumint/drizzle';
import {
  decideHold,
  decideSettle,
  defaultTerms,
  setAlerts,
  writeHistory,
  type PastDecision,
} from '@resumint/metering';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../test-app.ts';
import { spend } from './spend.ts';
import { startFollowedApp, type FollowedApp } from './start-followed-app.ts';

const LIMIT = 10_000;
const DAY_MS = 86_400_000;

let followed: FollowedApp;
let person: Person;

beforeAll(async () => {
  followed = await startFollowedApp();
});
afterAll(() => followed.app.stop());
beforeEach(async () => {
  person = await followed.app.createPerson();
});

const ledgerOfApp = () => followed.app.dependencies.metering.ledger;
const resetMails = () =>
  followed.mails.filter(({ to, subject }) => to === person.email && subject.endsWith('has reset'));
const rowsOfPerson = () =>
  followed.app.db.select().from(alerts).where(eq(alerts.userId, person.userId)).orderBy(alerts.at);
const listed = () => person.client.notifications.list.query();

describe('the reset of a limit that was used up', () => {
  it('is told once, in the app and by mail, however many follow and whenever they start again', async () => {
    await useUpAt(Date.now() - DAY_MS);
    await Promise.all([1, 2, 3, 4].map(() => followed.follower().pass()));
    await Promise.all([1, 2].map(() => followed.follower().pass()));
    await followed.follower().pass();
    const { notifications, nextAt } = await listed();
    expect(notifications).toMatchObject([
      { kind: 'reset', limit: 'tokensPerDay', used: 10_000n, allowed: 10_000n, isRead: false },
      { kind: 'crossed', limit: 'tokensPerDay', percent: 100 },
    ]);
    expect(nextAt).toBeNull();
    const [reset] = notifications;
    expect(reset?.at).toEqual(reset?.resetsAt);
    expect(resetMails()).toHaveLength(1);
    expect(resetMails()[0]?.subject).toBe('Your limit of tokens per day has reset');
    expect(followed.reports).toEqual([]);
  });

  it('is not told before the window ends, not counted, and not marked as read with what is there', async () => {
    await spend(ledgerOfApp(), person, { tokens: LIMIT });
    await followed.follower().pass();
    const before = await listed();
    expect(before.notifications).toMatchObject([{ kind: 'crossed', percent: 100 }]);
    const { day } = await person.client.usage.summary.query();
    expect(before).toMatchObject({ unread: 1, nextAt: day.resetsAt });
    expect(resetMails()).toEqual([]);

    await person.client.notifications.markRead.mutate({
      seenUpTo: { at: new Date(day.resetsAt.getTime() + DAY_MS), seq: 1_000 },
    });
    expect((await rowsOfPerson()).map(({ percent, readAt }) => [percent, readAt !== null])).toEqual([
      [100, true],
      [0, false],
    ]);
  });

  it('is told by no mail to who wants none', async () => {
    await useUpAt(Date.now() - DAY_MS);
    await person.client.notifications.setSettings.mutate({ byMail: false });
    await followed.follower().pass();
    expect((await listed()).notifications).toMatchObject([{ kind: 'reset' }, { kind: 'crossed' }]);
    expect(resetMails()).toEqual([]);
  });

  it('is told by no mail when it was more than a day ago', async () => {
    await useUpAt(Date.now() - 3 * DAY_MS);
    await followed.follower().pass();
    expect((await listed()).notifications).toMatchObject([{ kind: 'reset' }, { kind: 'crossed' }]);
    expect(resetMails()).toEqual([]);
    expect((await rowsOfPerson()).map(({ mail, mailDueAt }) => [mail, mailDueAt])).toEqual([
      ['unwanted', null],
      ['unwanted', null],
    ]);
  });

  it('is told of each window in which the limit was used up', async () => {
    await useUpAt(Date.now() - 2 * DAY_MS, Date.now() - DAY_MS);
    await followed.follower().pass();
    const kinds = (await listed()).notifications.map(({ kind, limit }) => `${kind} ${limit}`);
    expect(kinds.filter((kind) => kind === 'reset tokensPerDay')).toHaveLength(2);
  });

  it('is not told where the person is not told that it is used up', async () => {
    await setAlerts(ledgerOfApp(), { userId: person.userId, actor: person.userId }, [50, 80]);
    await spend(ledgerOfApp(), person, { tokens: LIMIT });
    await followed.follower().pass();
    expect((await rowsOfPerson()).map(({ percent }) => percent)).toEqual([80]);
  });
});

/** Gives the person a past in which calls took all tokens of the days at these times. */
async function useUpAt(...times: number[]): Promise<void> {
  const { direct } = followed.app;
  await direct.delete(table).where(eq(table.userId, person.userId));
  // What is written into the past is not looked for after it was passed.
  await direct.delete(watermarks);
  await writeHistory(ledgerOfApp(), person.userId, {
    terms: defaultTerms('UTC'),
    openedAt: Math.min(...times) - 1,
    decisions: times.flatMap(useUp),
  });
}

function useUp(at: number): PastDecision[] {
  const operationId = `op_${at}`;
  const amount = { tokens: LIMIT, costNanos: 1n };
  const hold: PastDecision['decide'] = (view) =>
    decideHold(view, {
      operationId,
      operation: 'resume.parse',
      model: 'gpt-4.1-mini',
      priceVersion: '2025-04-14',
      inputTokens: LIMIT,
      outputTokens: 0,
      ...amount,
      payloadHash: 'same',
      claim: 'same',
      lifetimeMs: 60_000,
    });
  const settle: PastDecision['decide'] = (view) =>
    decideSettle(view, {
      operationId,
      inputTokens: LIMIT,
      cachedInputTokens: 0,
      outputTokens: 0,
      reasoningTokens: 0,
      ...amount,
      isEstimated: false,
      outcome: 'completed',
    });
  return [
    { at, operationId, decide: hold },
    { at, operationId, decide: settle },
  ];
}
