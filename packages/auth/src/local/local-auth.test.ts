import { describe, expect, it } from 'vitest';
import { describeAuth } from '../auth-contract.ts';
import { createInMemoryStore } from './in-memory-store.ts';
import { createLocalAuth, sessionCookieName } from './local-auth.ts';
import { openSession } from './open-session.ts';
import type { LocalAccount, LocalAuthStore } from './store.ts';

const secret = 'a secret of the tests, long enough';
const start = new Date('2026-03-01T10:00:00.000Z');
const account: LocalAccount = {
  userId: 'usr_ada',
  email: 'ada@example.com',
  passwordHash: 'unused',
  role: 'admin',
};

async function setUp(overrides: Partial<LocalAuthStore> = {}) {
  let nextId = 0;
  const store = { ...createInMemoryStore(), ...overrides };
  await store.createAccount(account);
  const options = { store, secret, newSessionId: () => `ses_${(nextId += 1)}`, now: () => start };
  return { store, options, auth: createLocalAuth(options), session: await openSession(options, account) };
}

describeAuth('local', async () => {
  const { store, options, auth, session } = await setUp();
  return {
    auth,
    token: session.token,
    identity: session.identity,
    cookieName: sessionCookieName,
    expiredToken: async () => (await openSession({ ...options, sessionLifetimeMs: 0 }, account)).token,
    forgedToken: async () =>
      (await openSession({ ...options, secret: 'another secret, just as long as that' }, account)).token,
    revoke: () => store.deleteSession(account.userId, session.identity.sessionId),
  };
});

describe('createLocalAuth', () => {
  it('reads nothing from the store for a token that it did not sign, that expired, or that is not admitted', async () => {
    let reads = 0;
    const { options, auth, session } = await setUp({
      findSession: async () => {
        reads += 1;
        return null;
      },
    });
    const expired = await openSession({ ...options, sessionLifetimeMs: 0 }, account);
    const forged = `${session.token.slice(0, -1)}${session.token.endsWith('A') ? 'B' : 'A'}`;
    await auth.authenticate(new Headers({ authorization: `Bearer ${expired.token}` }));
    await auth.authenticate(new Headers({ authorization: `Bearer ${forged}` }));
    const refuse = () => {
      throw new Error('too many');
    };
    const good = new Headers({ authorization: `Bearer ${session.token}` });
    await expect(auth.authenticate(good, refuse)).rejects.toThrow('too many');
    expect(reads).toBe(0);
    await auth.authenticate(good);
    expect(reads).toBe(1);
  });

  it('refuses a signed token whose secret is not the one of the stored session', async () => {
    const { store, auth, session } = await setUp();
    const { userId, sessionId } = session.identity;
    await store.insertSession({
      userId,
      sessionId,
      secretHash: 'A'.repeat(43),
      role: 'admin',
      expiresAt: session.expiresAt,
    });
    expect(await auth.authenticate(new Headers({ authorization: `Bearer ${session.token}` }))).toBeNull();
  });

  it('honors an end that the store has brought forward', async () => {
    const { store, auth, session } = await setUp();
    const { userId, sessionId } = session.identity;
    const stored = await store.findSession(userId, sessionId);
    expect(stored).not.toBeNull();
    if (stored) await store.insertSession({ ...stored, expiresAt: start });
    expect(await auth.authenticate(new Headers({ authorization: `Bearer ${session.token}` }))).toBeNull();
  });

  it('stores nothing from which a token could be made', async () => {
    const { store, session } = await setUp();
    const stored = await store.findSession(account.userId, session.identity.sessionId);
    const [, , , secretPart] = session.token.split('.');
    expect(secretPart).toHaveLength(43);
    expect(JSON.stringify(stored)).not.toContain(secretPart);
  });

  it('ends a session at the instant its lifetime is over', async () => {
    const { options, session } = await setUp();
    const headers = new Headers({ authorization: `Bearer ${session.token}` });
    const justBefore = new Date(session.expiresAt.getTime() - 1);
    expect(await createLocalAuth({ ...options, now: () => justBefore }).authenticate(headers)).not.toBeNull();
    expect(
      await createLocalAuth({ ...options, now: () => session.expiresAt }).authenticate(headers),
    ).toBeNull();
  });

  it('refuses a secret short enough to guess', () => {
    expect(() => createLocalAuth({ store: createInMemoryStore(), secret: 'short' })).toThrow(RangeError);
  });
});
