import { describe, expect, it } from 'vitest';
import type { Session } from '../../auth.ts';
import { createInMemoryStore } from '../in-memory-store.ts';
import { createLocalAuth } from '../local-auth.ts';
import type { LocalAuthStore, LocalSession } from '../store.ts';
import { runWithinPool } from './hashing-pool.ts';
import { createPasswordSignIn } from './password-sign-in.ts';

const credentials = { email: 'ada@example.com', password: 'a long enough password' };
const secret = 'a secret of the tests, long enough';
const windowMs = 60_000;

function setUp(overrides: Partial<LocalAuthStore> = {}) {
  let nextId = 0;
  let now = new Date('2026-03-01T10:00:00.000Z');
  const store = { ...createInMemoryStore(), ...overrides };
  const options = {
    store,
    secret,
    newUserId: () => `usr_${(nextId += 1)}`,
    newSessionId: () => `ses_${(nextId += 1)}`,
    throttle: { maxAttempts: 3, windowMs },
    now: () => now,
    work: { costLog2: 10, blockSize: 8, parallelization: 1 },
  };
  const auth = createLocalAuth(options);
  return {
    store,
    auth,
    isSignedIn: async ({ token }: Session) =>
      (await auth.authenticate(new Headers({ authorization: `Bearer ${token}` }))) !== null,
    passwords: createPasswordSignIn(options),
    passTime: (ms: number) => {
      now = new Date(now.getTime() + ms);
      return now;
    },
  };
}

describe('signUp', () => {
  it('signs the new person in, as a person', async () => {
    const { auth, passwords } = setUp();
    const outcome = await passwords.signUp(credentials);
    if (outcome.kind !== 'signedUp') throw new Error(outcome.kind);
    const headers = new Headers({ authorization: `Bearer ${outcome.session.token}` });
    expect(await auth.authenticate(headers)).toEqual(outcome.session.identity);
    expect(outcome.session.identity.role).toBe('person');
  });

  it('gives an email to one person, however it is written', async () => {
    const { passwords } = setUp();
    await passwords.signUp(credentials);
    const again = await passwords.signUp({ ...credentials, email: ' ADA@Example.com ' });
    expect(again).toEqual({ kind: 'emailTaken' });
  });

  it.each([
    { ...credentials, password: 'too short' },
    { ...credentials, password: 'x'.repeat(201) },
    { ...credentials, email: `${'x'.repeat(250)}@example.com` },
    { ...credentials, email: 'nobody' },
  ])('throws on what the edge should have refused', async (outOfBounds) => {
    await expect(setUp().passwords.signUp(outOfBounds)).rejects.toThrow(RangeError);
  });

  it('throttles an email after its attempts, together with those to sign in', async () => {
    const { passwords, passTime } = setUp();
    await passwords.signUp(credentials);
    const retryAt = new Date(passTime(0).getTime() + windowMs);
    expect(await passwords.signUp(credentials)).toEqual({ kind: 'emailTaken' });
    expect(await passwords.signUp(credentials)).toEqual({ kind: 'emailTaken' });
    expect(await passwords.signIn({ ...credentials, password: 'a wrong long password' })).toEqual({
      kind: 'refused',
    });
    expect(await passwords.signUp(credentials)).toEqual({ kind: 'throttled', retryAt });
    passTime(windowMs);
    expect(await passwords.signUp(credentials)).toEqual({ kind: 'emailTaken' });
  });

  it('stores no password', async () => {
    const { store, passwords } = setUp();
    await passwords.signUp(credentials);
    expect(JSON.stringify(await store.findAccountByEmail(credentials.email))).not.toContain(
      credentials.password,
    );
  });
});

describe('signIn', () => {
  it('opens a session of its own each time', async () => {
    const { passwords } = setUp();
    await passwords.signUp(credentials);
    const first = await passwords.signIn(credentials);
    const second = await passwords.signIn(credentials);
    if (first.kind !== 'signedIn' || second.kind !== 'signedIn') throw new Error('not signed in');
    expect(first.session.identity.userId).toBe(second.session.identity.userId);
    expect(first.session.identity.sessionId).not.toBe(second.session.identity.sessionId);
  });

  it('refuses a wrong password and an unknown email with the same answer', async () => {
    const { passwords } = setUp();
    await passwords.signUp(credentials);
    const wrong = await passwords.signIn({ ...credentials, password: 'a wrong long password' });
    const unknown = await passwords.signIn({ ...credentials, email: 'eve@example.com' });
    expect(wrong).toEqual({ kind: 'refused' });
    expect(unknown).toEqual(wrong);
  });

  it('throttles an email after its attempts, known or not, until the window ends', async () => {
    const { passwords, passTime } = setUp();
    await passwords.signUp(credentials);
    const windowEndsAt = new Date(passTime(0).getTime() + windowMs);
    for (const email of [credentials.email, 'nobody@example.com']) {
      const guess = { email, password: 'a wrong long password' };
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        expect(await passwords.signIn(guess)).toEqual({ kind: 'refused' });
      }
      expect(await passwords.signIn(guess)).toEqual({ kind: 'throttled', retryAt: windowEndsAt });
    }
    expect(await passwords.signIn(credentials)).toMatchObject({ kind: 'throttled' });
    passTime(windowMs);
    expect(await passwords.signIn(credentials)).toMatchObject({ kind: 'signedIn' });
  });

  it('lets no more guesses through when they are sent together', async () => {
    const { passwords } = setUp();
    const guess = { ...credentials, password: 'a wrong long password' };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => passwords.signIn(guess)));
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(3);
    expect(outcomes.filter(({ kind }) => kind === 'throttled')).toHaveLength(5);
  });

  it('forgives earlier attempts once the password was right', async () => {
    const { passwords } = setUp();
    await passwords.signUp(credentials);
    const guess = { ...credentials, password: 'a wrong long password' };
    await passwords.signIn(guess);
    await passwords.signIn(guess);
    await passwords.signIn(credentials);
    expect(await passwords.signIn(guess)).toEqual({ kind: 'refused' });
    expect(await passwords.signIn(credentials)).toMatchObject({ kind: 'signedIn' });
  });

  it("removes the person's ended sessions", async () => {
    const { store, passwords, passTime } = setUp();
    const outcome = await passwords.signUp(credentials);
    if (outcome.kind !== 'signedUp') throw new Error(outcome.kind);
    const { userId, sessionId } = outcome.session.identity;
    passTime(31 * 24 * 60 * 60 * 1000);
    await passwords.signIn(credentials);
    expect(await store.findSession(userId, sessionId)).toBeNull();
  });

  it('passes on a failure of the store instead of refusing', async () => {
    const failure = new Error('the database is away');
    const { passwords } = setUp({ findAccountByEmail: () => Promise.reject(failure) });
    await expect(passwords.signIn(credentials)).rejects.toBe(failure);
  });
});

describe('while too many people wait', () => {
  it('both are busy, without a hash or an attempt on the email', async () => {
    const { passwords } = setUp();
    await passwords.signUp(credentials);
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const inside = Array.from({ length: 22 }, () => runWithinPool(() => opened));
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect(await passwords.signIn(credentials)).toEqual({ kind: 'busy' });
      expect(await passwords.signUp(credentials)).toEqual({ kind: 'busy' });
    }
    open();
    await Promise.all(inside);
    expect(await passwords.signIn(credentials)).toMatchObject({ kind: 'signedIn' });
  });

  it('those who came past the first look together are served as far as there is room', async () => {
    const { passwords } = setUp();
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        passwords.signIn({ email: `person${index}@example.com`, password: 'a wrong long password' }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(22);
    expect(outcomes.filter(({ kind }) => kind === 'busy')).toHaveLength(3);
  });
});

describe('signOut', () => {
  it('ends that session and no other', async () => {
    const { auth, passwords } = setUp();
    const first = await passwords.signUp(credentials);
    const second = await passwords.signIn(credentials);
    if (first.kind !== 'signedUp' || second.kind !== 'signedIn') throw new Error('not signed in');
    await passwords.signOut(first.session.identity);
    const headersOf = (token: string) => new Headers({ authorization: `Bearer ${token}` });
    expect(await auth.authenticate(headersOf(first.session.token))).toBeNull();
    expect(await auth.authenticate(headersOf(second.session.token))).toEqual(second.session.identity);
  });
});

describe('signOutEverywhere', () => {
  it('ends every session of the person, and none of another', async () => {
    const { isSignedIn, passwords } = setUp();
    const sessions = [await signedUp(passwords), await signedIn(passwords, credentials.password)];
    const other = await signedUp(passwords, 'eve@example.com');
    await passwords.signOutEverywhere(sessions[0]?.identity.userId ?? '');
    for (const session of sessions) expect(await isSignedIn(session)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
  });
});

describe('changePassword', () => {
  const newPassword = 'another long password';
  const change = { currentPassword: credentials.password, newPassword };

  it('leaves the new password and the new session, and no other of either', async () => {
    const { isSignedIn, passwords } = setUp();
    const before = [await signedUp(passwords), await signedIn(passwords, credentials.password)];
    const outcome = await passwords.changePassword(userIdOf(before), change);
    if (outcome.kind !== 'changed') throw new Error(outcome.kind);
    for (const session of before) expect(await isSignedIn(session)).toBe(false);
    expect(await isSignedIn(outcome.session)).toBe(true);
    expect(await passwords.signIn(credentials)).toEqual({ kind: 'refused' });
    expect(await isSignedIn(await signedIn(passwords, newPassword))).toBe(true);
  });

  it('leaves all as it is for a wrong current password', async () => {
    const { isSignedIn, passwords } = setUp();
    const session = await signedUp(passwords);
    const wrong = { currentPassword: 'a wrong long password', newPassword };
    expect(await passwords.changePassword(userIdOf([session]), wrong)).toEqual({ kind: 'refused' });
    expect(await isSignedIn(session)).toBe(true);
    expect(await passwords.signIn({ ...credentials, password: newPassword })).toEqual({ kind: 'refused' });
    await signedIn(passwords, credentials.password);
  });

  it('counts its attempts together with those to sign in', async () => {
    const { passwords, passTime } = setUp();
    const userId = userIdOf([await signedUp(passwords)]);
    const retryAt = new Date(passTime(0).getTime() + windowMs);
    const guess = { currentPassword: 'a wrong long password', newPassword };
    await passwords.signIn({ ...credentials, password: 'a wrong long password' });
    expect(await passwords.changePassword(userId, guess)).toEqual({ kind: 'refused' });
    expect(await passwords.changePassword(userId, guess)).toEqual({ kind: 'refused' });
    expect(await passwords.changePassword(userId, change)).toEqual({ kind: 'throttled', retryAt });
    expect(await passwords.signIn(credentials)).toEqual({ kind: 'throttled', retryAt });
  });

  it('lets one of two that were made at once land, and its session alone stand', async () => {
    const { isSignedIn, passwords } = setUp();
    const before = await signedUp(passwords);
    const outcomes = await Promise.all(
      ['first', 'second'].map(async (which) => {
        const outcome = await passwords.changePassword(userIdOf([before]), {
          ...change,
          newPassword: `the ${which} new password`,
        });
        return { which, outcome };
      }),
    );
    const changed = outcomes.flatMap(({ which, outcome }) =>
      outcome.kind === 'changed' ? [{ which, session: outcome.session }] : [],
    );
    const [landed, ...others] = changed;
    if (!landed || others.length > 0) throw new Error(`${changed.length} changes landed`);
    expect(await isSignedIn(landed.session)).toBe(true);
    expect(await isSignedIn(before)).toBe(false);
    for (const { which } of outcomes) {
      const { kind } = await passwords.signIn({ ...credentials, password: `the ${which} new password` });
      expect(kind).toBe(which === landed.which ? 'signedIn' : 'refused');
    }
  });

  it('leaves no session to a sign-in that had matched the old password and opens one after it', async () => {
    const { store, passwords, heldBack } = setUpHeldBack();
    const first = await signedUp(passwords);
    const late = heldBack.next();
    const signingIn = passwords.signIn(credentials);
    const { userId, sessionId } = await late.reached;
    const outcome = await passwords.changePassword(userIdOf([first]), change);
    expect(outcome.kind).toBe('changed');
    late.release();
    expect(await signingIn).toEqual({ kind: 'refused' });
    expect(await store.findSession(userId, sessionId)).toBeNull();
  });

  it('leaves no session to a change that another change has followed before it opens one', async () => {
    const { store, passwords, heldBack } = setUpHeldBack();
    const userId = userIdOf([await signedUp(passwords)]);
    const late = heldBack.next();
    const first = passwords.changePassword(userId, change);
    const { sessionId } = await late.reached;
    const second = await passwords.changePassword(userId, {
      currentPassword: newPassword,
      newPassword: 'a third long password',
    });
    expect(second.kind).toBe('changed');
    late.release();
    expect(await first).toEqual({ kind: 'refused' });
    expect(await store.findSession(userId, sessionId)).toBeNull();
  });

  it.each(['too short', 'x'.repeat(201)])(
    'throws on a new password that the edge should have refused',
    async (wrong) => {
      const { passwords } = setUp();
      const userId = userIdOf([await signedUp(passwords)]);
      await expect(passwords.changePassword(userId, { ...change, newPassword: wrong })).rejects.toThrow(
        RangeError,
      );
    },
  );

  it('is refused where there is no such account', async () => {
    expect(await setUp().passwords.changePassword('usr_nobody', change)).toEqual({ kind: 'refused' });
  });
});

type Passwords = ReturnType<typeof setUp>['passwords'];

async function signedUp(passwords: Passwords, email = credentials.email): Promise<Session> {
  const outcome = await passwords.signUp({ ...credentials, email });
  if (outcome.kind !== 'signedUp') throw new Error(outcome.kind);
  return outcome.session;
}

async function signedIn(passwords: Passwords, password: string): Promise<Session> {
  const outcome = await passwords.signIn({ ...credentials, password });
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind);
  return outcome.session;
}

function userIdOf([session]: Session[]): string {
  if (!session) throw new Error('there is no session');
  return session.identity.userId;
}

/** A store whose next session is stored only when it is released. */
function setUpHeldBack() {
  const store = createInMemoryStore();
  let held: ReturnType<typeof hold> | null = null;
  const hold = () => {
    const { promise: reached, resolve: reach } = Promise.withResolvers<LocalSession>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    return { reached, reach, released, release };
  };
  const setup = setUp({
    ...store,
    async insertSession(session) {
      const holding = held;
      held = null;
      holding?.reach(session);
      await holding?.released;
      await store.insertSession(session);
    },
  });
  return { ...setup, heldBack: { next: () => (held = hold()) } };
}

describe('confirmPassword', () => {
  const signUpIn = async ({ passwords }: ReturnType<typeof setUp>) => {
    const outcome = await passwords.signUp(credentials);
    if (outcome.kind !== 'signedUp') throw new Error(outcome.kind);
    return outcome.session;
  };

  it('tells whether it is the person’s password, and ends no session', async () => {
    const app = setUp();
    const session = await signUpIn(app);
    const { userId } = session.identity;
    expect(await app.passwords.confirmPassword(userId, credentials.password)).toEqual({ kind: 'confirmed' });
    expect(await app.passwords.confirmPassword(userId, 'another long password')).toEqual({ kind: 'refused' });
    expect(await app.passwords.confirmPassword('usr_nobody', credentials.password)).toEqual({
      kind: 'refused',
    });
    expect(await app.isSignedIn(session)).toBe(true);
  });

  it('counts guesses as attempts, and forgets them after the right one', async () => {
    const app = setUp();
    const { userId } = (await signUpIn(app)).identity;
    const confirm = async (password: string) => (await app.passwords.confirmPassword(userId, password)).kind;
    expect([await confirm('guess one of it'), await confirm('guess two of it')]).toEqual([
      'refused',
      'refused',
    ]);
    expect(await confirm(credentials.password)).toBe('confirmed');
    for (let guess = 0; guess < 3; guess += 1) expect(await confirm('a guess of it')).toBe('refused');
    expect(await confirm(credentials.password)).toBe('throttled');
  });
});
