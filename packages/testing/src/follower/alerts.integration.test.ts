import { alerts } from '@resumint/drizzle';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../test-app.ts';
import { spend } from './spend.ts';
import { APP_ORIGIN, startFollowedApp, type FollowedApp } from './start-followed-app.ts';

const LIMIT = 10_000;

let followed: FollowedApp;
let person: Person;

beforeAll(async () => {
  followed = await startFollowedApp();
});
afterAll(() => followed.app.stop());
beforeEach(async () => {
  person = await followed.app.createPerson();
});

const use = (tokens: number, name = 'spent') =>
  spend(followed.app.dependencies.metering.ledger, person, { tokens, name });
const mailsToPerson = () => followed.mails.filter(({ to }) => to === person.email);
const alertsOfPerson = () =>
  followed.app.db.select().from(alerts).where(eq(alerts.userId, person.userId)).orderBy(alerts.seq);
const mailIsDue = () =>
  followed.app.db
    .update(alerts)
    .set({ mailDueAt: new Date(0) })
    .where(and(eq(alerts.userId, person.userId), eq(alerts.mail, 'pending')));

describe('a threshold', () => {
  it('of several that one call crosses the highest is told, once in the app and once by mail', async () => {
    await use(LIMIT * 0.96);
    const follower = followed.follower();
    await follower.pass();
    await follower.pass();
    const { notifications, unread } = await person.client.notifications.list.query();
    expect(unread).toBe(1);
    expect(notifications).toMatchObject([
      { limit: 'tokensPerDay', percent: 95, unit: 'tokens', used: 9_600n, allowed: 10_000n, isRead: false },
    ]);
    const [mail, ...others] = mailsToPerson();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('You have reached 95 % of your limit of tokens per day');
    expect(mail?.text).toContain('9,600 of 10,000 tokens');
    expect(mail?.text).toContain(APP_ORIGIN);
    expect((await alertsOfPerson()).map(({ mail: state }) => state)).toEqual(['sent']);
  });

  it('is told once when many followers pass at once', async () => {
    await use(LIMIT * 0.5, 'first');
    await use(LIMIT * 0.3, 'second');
    await Promise.all([1, 2, 3, 4].map(() => followed.follower().pass()));
    await followed.follower().pass();
    expect((await alertsOfPerson()).map(({ percent }) => percent)).toEqual([50, 80]);
    const told = mailsToPerson().map(({ subject }) => /\d+ %/.exec(subject)?.[0]);
    expect(told).toHaveLength(2);
    expect(new Set(told)).toEqual(new Set(['50 %', '80 %']));
  });

  it('is the person’s own, in any order, and none of them tells nothing', async () => {
    const { alertAtPercent } = await person.client.limits.alertAt.mutate({ percents: [70, 20, 70] });
    expect(alertAtPercent).toEqual([20, 70]);
    await use(LIMIT * 0.6, 'first');
    await person.client.limits.alertAt.mutate({ percents: [] });
    await use(LIMIT * 0.3, 'second');
    await followed.follower().pass();
    expect((await alertsOfPerson()).map(({ percent }) => percent)).toEqual([20]);
  });
});

describe('a notification', () => {
  it('is listed by pages, the newest first, and is read up to where the person has looked', async () => {
    await use(LIMIT * 0.5, 'first');
    await use(LIMIT * 0.3, 'second');
    await followed.follower().pass();
    const first = await person.client.notifications.list.query({ limit: 1 });
    expect(first.notifications).toMatchObject([{ percent: 80 }]);
    const second = await person.client.notifications.list.query({ limit: 1, cursor: first.nextCursor });
    expect(second.notifications).toMatchObject([{ percent: 50 }]);
    expect(second.nextCursor).toBeNull();
    const [older] = second.notifications;
    if (!older) throw new Error('there is no older one');
    await person.client.notifications.markRead.mutate({ seenUpTo: older });
    const { notifications, unread, seenUpTo } = await person.client.notifications.list.query();
    expect(notifications.map(({ isRead }) => isRead)).toEqual([false, true]);
    expect(unread).toBe(1);
    if (!seenUpTo) throw new Error('nothing is unread');
    await person.client.notifications.markRead.mutate({ seenUpTo });
    expect(await person.client.notifications.list.query()).toMatchObject({ unread: 0, seenUpTo: null });
  });

  it('is nobody else’s', async () => {
    await use(LIMIT * 0.5);
    await followed.follower().pass();
    const other = await followed.app.createPerson();
    await other.client.notifications.markRead.mutate({ seenUpTo: { at: new Date(), seq: 1_000 } });
    expect(await other.client.notifications.list.query()).toMatchObject({ notifications: [], unread: 0 });
    expect((await person.client.notifications.list.query()).unread).toBe(1);
  });
});

describe('whether more is coming', () => {
  it('is known from the call that crossed a threshold until the follower has come to it', async () => {
    const isComing = async () => (await person.client.notifications.list.query()).isMoreComing;
    await use(LIMIT * 0.1, 'first');
    expect(await isComing()).toBe(false);
    await use(LIMIT * 0.5, 'second');
    expect(await isComing()).toBe(true);
    await followed.follower().pass();
    expect(await isComing()).toBe(false);
  });
});

describe('a mail', () => {
  it('is not sent to who wants none', async () => {
    expect(await person.client.notifications.settings.query()).toEqual({ byMail: true });
    await person.client.notifications.setSettings.mutate({ byMail: false });
    expect(await person.client.notifications.settings.query()).toEqual({ byMail: false });
    await use(LIMIT * 0.5);
    await followed.follower().pass();
    expect(mailsToPerson()).toEqual([]);
    expect(await alertsOfPerson()).toMatchObject([{ mail: 'unwanted', mailDueAt: null }]);
    expect((await person.client.notifications.list.query()).unread).toBe(1);
  });

  it('is not sent of a window that is over', async () => {
    await use(LIMIT * 0.5);
    await followed.follower({ sendMail: null }).pass();
    await followed.app.db
      .update(alerts)
      .set({ resetsAt: new Date(Date.now() - 1) })
      .where(eq(alerts.userId, person.userId));
    await followed.follower().pass();
    expect(mailsToPerson()).toEqual([]);
    expect(await alertsOfPerson()).toMatchObject([{ mail: 'unwanted', mailDueAt: null }]);
  });

  it('that the server does not take is tried again with the same id, some times', async () => {
    await use(LIMIT * 0.5);
    const ids = new Set<string>();
    let tries = 0;
    const refused = followed.follower({
      sendMail: async ({ to, messageId }) => {
        if (to !== person.email) return;
        tries += 1;
        ids.add(messageId);
        throw new Error('the server is away');
      },
    });
    await refused.pass();
    expect(await alertsOfPerson()).toMatchObject([{ mail: 'pending', mailTries: 1 }]);
    await refused.pass();
    expect(tries).toBe(1);
    for (let pass = 0; pass < 10; pass += 1) {
      await mailIsDue();
      await refused.pass();
    }
    expect(ids.size).toBe(1);
    expect(tries).toBe(5);
    expect(await alertsOfPerson()).toMatchObject([{ mail: 'failed', mailDueAt: null }]);
  });

  it('that was taken at a second try is sent once', async () => {
    await use(LIMIT * 0.5);
    let isAway = true;
    const follower = followed.follower({
      sendMail: async (mail) => {
        if (isAway) throw new Error('the server is away');
        followed.mails.push(mail);
      },
    });
    await follower.pass();
    isAway = false;
    await mailIsDue();
    await follower.pass();
    await follower.pass();
    expect(mailsToPerson()).toHaveLength(1);
    expect(await alertsOfPerson()).toMatchObject([{ mail: 'sent', mailDueAt: null }]);
  });
});
