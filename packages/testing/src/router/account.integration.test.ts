import { readAppError } from '@resumint/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { post } from './raw-request.ts';
import { refusalOf, expectRefusal } from './refusal.ts';

const PASSWORD = 'a long enough password';

let app: TestApp;
let made = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const newEmail = () => `person${(made += 1)}@example.com`;
const signUp = (email: string, zone = 'Europe/Berlin') =>
  app.client().account.signUp.mutate({ email, password: PASSWORD, zone });
const signIn = (email: string, password = PASSWORD) =>
  app.client().account.signIn.mutate({ email, password });

describe('an account', () => {
  it('is signed in by signing up, has its usage record, and signs in again', async () => {
    const email = newEmail();
    const { token, identity } = await signUp(email);
    const { client } = { client: app.client(token) };
    expect(await client.account.me.query()).toEqual({
      userId: identity.userId,
      email,
      role: 'person',
      zone: 'Europe/Berlin',
      nextZone: null,
      plan: 'free@1',
    });
    const again = await signIn(email.toUpperCase());
    expect(again.identity.userId).toBe(identity.userId);
    expect(again.token).not.toBe(token);
    expect(await kindsOf(app.db, identity.userId)).toEqual(['open']);
  });

  it('is signed out of one session, whose token is refused from then on', async () => {
    const email = newEmail();
    const [first, second] = [
      app.client((await signUp(email)).token),
      app.client((await signIn(email)).token),
    ];
    await first.account.signOut.mutate();
    expect((await refusalOf(first.account.me.query())).code).toBe('unauthenticated');
    expect(await second.account.me.query()).toMatchObject({ email });
  });

  it('is not asked for more often than ten times under an email that has one', async () => {
    const email = newEmail();
    await signUp(email);
    for (let attempt = 0; attempt < 10; attempt += 1) await expectRefusal('bad_input', signUp(email));
    const { details } = await expectRefusal('too_many_attempts', signUp(email));
    expect(details.retryAt.getTime()).toBeGreaterThan(Date.now());
  });

  it('is made once for an email, however it is written', async () => {
    const email = newEmail();
    await signUp(email);
    for (const taken of [email, email.toUpperCase()]) await expectRefusal('bad_input', signUp(taken));
  });

  it.each([
    ['a short password', { password: 'short' }],
    ['a password past all bounds', { password: 'p'.repeat(201) }],
    ['no email', { email: 'nobody' }],
    ['an email past all bounds', { email: `${'e'.repeat(250)}@example.com` }],
    ['a zone that is none', { zone: 'Mars/Olympus' }],
    ['a role', { role: 'admin', email: 'nobody' }],
  ])('is not made with %s', async (_, wrong) => {
    const input = { email: newEmail(), password: PASSWORD, ...wrong };
    await expectRefusal('bad_input', app.client().account.signUp.mutate(input));
  });
});

describe('signing in', () => {
  it('tells a wrong password and an unknown email alike', async () => {
    const email = newEmail();
    await signUp(email);
    const [wrong, unknown] = [
      await refusalOf(signIn(email, 'a wrong password')),
      await refusalOf(signIn(newEmail())),
    ];
    expect(wrong.code).toBe('unauthenticated');
    expect(unknown).toEqual(wrong);
  });

  it('has to wait after ten attempts, even with the right password, and is told until when', async () => {
    const email = newEmail();
    await signUp(email);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await refusalOf(signIn(email, 'a wrong password'))).code).toBe('unauthenticated');
    }
    const { details } = await expectRefusal('too_many_attempts', signIn(email));
    expect(details.retryAt.getTime()).toBeGreaterThan(Date.now());
    const response = await post(app, 'account.signIn', { input: { email, password: PASSWORD } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await refusalOf(signIn(newEmail()))).code).toBe('unauthenticated');
  });
});

it('a rush to sign up is turned away beyond what can wait, and signing in works after it', async () => {
  const email = newEmail();
  await signUp(email);
  const rush = await Promise.all(
    Array.from({ length: 40 }, () => signUp(newEmail()).then(() => 'signed up', codeOf)),
  );
  expect(new Set(rush)).toEqual(new Set(['signed up', 'unavailable']));
  expect((await signIn(email)).identity.role).toBe('person');
  expect(app.failures).toEqual([]);
});

describe('a zone', () => {
  it('takes effect when the running day ends, and says from when', async () => {
    const { client } = await app.createPerson({ zone: 'Europe/Berlin' });
    const { day } = await client.usage.summary.query();
    expect(await client.account.setZone.mutate({ zone: 'Asia/Tokyo' })).toEqual({
      zone: 'Europe/Berlin',
      next: { zone: 'Asia/Tokyo', from: day.resetsAt },
    });
    expect(await client.account.me.query()).toMatchObject({ zone: 'Europe/Berlin', nextZone: 'Asia/Tokyo' });
    const after = await client.usage.summary.query();
    expect(after.day).toEqual(day);
  });

  it('that is set back leaves nothing to happen', async () => {
    const { client } = await app.createPerson({ zone: 'Europe/Berlin' });
    await client.account.setZone.mutate({ zone: 'Asia/Tokyo' });
    expect(await client.account.setZone.mutate({ zone: 'Europe/Berlin' })).toEqual({
      zone: 'Europe/Berlin',
      next: null,
    });
  });

  it('that is none is refused', async () => {
    const { client, userId } = await app.createPerson();
    await expectRefusal('bad_input', client.account.setZone.mutate({ zone: 'Mars/Olympus' }));
    expect(await kindsOf(app.db, userId)).toEqual(['open']);
  });
});

function codeOf(error: unknown): string | undefined {
  return readAppError(error)?.code;
}
