import { readAppError } from '@resumint/client';
import { sessionCookieName } from '@resumint/auth/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ORIGIN } from '../mount.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { post } from './raw-request.ts';
import { refusalOf, expectRefusal } from './refusal.ts';

const Signed = z.object({ result: z.object({ data: z.object({ json: z.object({ token: z.string() }) }) }) });

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

describe('a browser that signs in', () => {
  const EMAIL = newEmail();
  const send = (path: 'signIn' | 'signUp', headers: Record<string, string>, password = PASSWORD) =>
    post(app, `account.${path}`, {
      input: { email: path === 'signUp' ? newEmail() : EMAIL, password },
      headers,
    });
  const cookieOf = (token: string) => ({
    cookie: `theme=dark; ${sessionCookieName}=${token}`,
    origin: ORIGIN,
  });
  const tokenIn = async (response: Response) => Signed.parse(await response.json()).result.data.json.token;
  const isSignedIn = (token: string) =>
    app
      .client(token)
      .account.me.query()
      .then(
        () => true,
        () => false,
      );

  beforeAll(() => signUp(EMAIL));

  it.each(['signIn', 'signUp'] as const)(
    'has a new session after %s, and whoever knows the one it had has none',
    async (path) => {
      const { token: known } = await signUp(newEmail());
      const token = await tokenIn(await send(path, cookieOf(known)));
      expect(token).not.toBe(known);
      expect(await isSignedIn(token)).toBe(true);
      expect(await isSignedIn(known)).toBe(false);
    },
  );

  it('ends no other session of the person that it had', async () => {
    const { token: known } = await signIn(EMAIL);
    const { token: elsewhere } = await signIn(EMAIL);
    await send('signIn', cookieOf(known));
    expect(await isSignedIn(known)).toBe(false);
    expect(await isSignedIn(elsewhere)).toBe(true);
  });

  it('keeps its session when the password is wrong', async () => {
    const { token: known } = await signIn(EMAIL);
    expect((await send('signIn', cookieOf(known), 'a wrong password')).status).toBe(401);
    expect(await isSignedIn(known)).toBe(true);
  });

  it('is given none of what an unknown cookie names', async () => {
    const planted = `rs_${'x'.repeat(20)}.ses_planted.9999999999999.${'s'.repeat(43)}.${'m'.repeat(43)}`;
    const token = await tokenIn(await send('signIn', cookieOf(planted)));
    expect(token).not.toContain('ses_planted');
    expect(await isSignedIn(token)).toBe(true);
    expect(await isSignedIn(planted)).toBe(false);
  });

  it('is told from a program, whose token stands until it signs out', async () => {
    const { token: known } = await signIn(EMAIL);
    await tokenIn(await send('signIn', { authorization: `Bearer ${known}` }));
    expect(await isSignedIn(known)).toBe(true);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the person, and none of another', async () => {
    const email = newEmail();
    const clients = [app.client((await signUp(email)).token), app.client((await signIn(email)).token)];
    const other = app.client((await signUp(newEmail())).token);
    await clients[0]?.account.signOutEverywhere.mutate();
    for (const { account } of clients) {
      expect((await refusalOf(account.me.query())).code).toBe('unauthenticated');
    }
    expect(await other.account.me.query()).toMatchObject({ plan: 'free@1' });
    expect((await signIn(email)).identity.role).toBe('person');
  });

  it('is refused without a session', async () => {
    await expectRefusal('unauthenticated', app.client().account.signOutEverywhere.mutate());
  });
});

describe('changing the password', () => {
  const newPassword = 'another long password';
  const change = { currentPassword: PASSWORD, newPassword };
  const changeBy = (token: string | undefined, input = change) =>
    app.client(token).account.changePassword.mutate(input);

  it('leaves the new password and the new session, and no other of either', async () => {
    const email = newEmail();
    const before = [(await signUp(email)).token, (await signIn(email)).token];
    const { token } = await changeBy(before[0]);
    for (const ended of before) {
      expect((await refusalOf(app.client(ended).account.me.query())).code).toBe('unauthenticated');
    }
    expect(await app.client(token).account.me.query()).toMatchObject({ email });
    await expectRefusal('unauthenticated', signIn(email));
    expect((await signIn(email, newPassword)).identity.role).toBe('person');
  });

  it('is refused with a wrong current password, which leaves all as it is, and after ten attempts', async () => {
    const email = newEmail();
    const { token } = await signUp(email);
    const wrong = { ...change, currentPassword: 'a wrong password' };
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await expectRefusal('forbidden', changeBy(token, wrong));
    }
    const { details } = await expectRefusal('too_many_attempts', changeBy(token));
    expect(details.retryAt.getTime()).toBeGreaterThan(Date.now());
    await expectRefusal('too_many_attempts', signIn(email));
    expect(await app.client(token).account.me.query()).toMatchObject({ email });
  });

  it.each(['short', 'p'.repeat(201)])('is refused to one that is out of bounds', async (outOfBounds) => {
    const { token } = await signUp(newEmail());
    await expectRefusal('bad_input', changeBy(token, { ...change, newPassword: outOfBounds }));
  });

  it('is refused without a session, and leaves everybody else theirs', async () => {
    const email = newEmail();
    const other = await signUp(email);
    await expectRefusal('unauthenticated', changeBy(undefined));
    await changeBy((await signUp(newEmail())).token);
    expect(await app.client(other.token).account.me.query()).toMatchObject({ email });
    expect((await signIn(email)).identity.userId).toBe(other.identity.userId);
  });

  it('lands once of two at once, whose session alone stands', async () => {
    const email = newEmail();
    const { token: before } = await signUp(email);
    const passwords = ['the first new password', 'the second new password'];
    const outcomes = await Promise.all(
      passwords.map((password) =>
        changeBy(before, { ...change, newPassword: password }).then(
          ({ token }) => ({ password, token }),
          (error: unknown) => ({ password, code: codeOf(error) }),
        ),
      ),
    );
    const landed = outcomes.flatMap((outcome) => ('token' in outcome ? [outcome] : []));
    const refused = outcomes.flatMap((outcome) => ('code' in outcome ? [outcome] : []));
    expect([landed.length, refused.length]).toEqual([1, 1]);
    expect(['forbidden', 'unauthenticated']).toContain(refused[0]?.code);
    expect(await app.client(landed[0]?.token).account.me.query()).toMatchObject({ email });
    await expectRefusal('unauthenticated', app.client(before).account.me.query());
    await expectRefusal('unauthenticated', signIn(email, refused[0]?.password));
    await signIn(email, landed[0]?.password);
  });
});

it('a rush to sign up is turned away beyond what can wait, and signing in works after it', async () => {
  const busy = await startTestApp({ hasFullPasswordWork: true });
  const { signUp: join, signIn: enter } = busy.client().account;
  const known = { email: newEmail(), password: PASSWORD };
  await join.mutate(known);
  const rush = await Promise.all(
    Array.from({ length: 40 }, () =>
      join.mutate({ ...known, email: newEmail() }).then(() => 'signed up', codeOf),
    ),
  );
  expect(new Set(rush)).toEqual(new Set(['signed up', 'unavailable']));
  expect((await enter.mutate(known)).identity.role).toBe('person');
  expect(busy.failures).toEqual([]);
  await busy.stop();
});

function codeOf(error: unknown): string | undefined {
  return readAppError(error)?.code;
}
