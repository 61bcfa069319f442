import { describe, expect, it } from 'vitest';
import { describeAuth } from '../auth-contract.ts';
import { createClerkAuth } from './clerk-auth.ts';
import { createInMemoryStore } from './in-memory-store.ts';
import type { ClerkAuthStore } from './store.ts';
import { createTokenSigner } from './token-signer.ts';

const site = 'https://resumint.example';
const session = { subject: 'user_ada', sessionId: 'sess_first' };
const [signer, strangersSigner] = [await createTokenSigner(), await createTokenSigner()];

function setUp(overrides: Partial<ClerkAuthStore> = {}) {
  let nextId = 0;
  const inMemory = createInMemoryStore();
  const auth = createClerkAuth({
    jwtKey: signer.jwtKey,
    authorizedParties: ['https://other.example', site],
    store: { ...inMemory, ...overrides },
    newUserId: () => `usr_${(nextId += 1)}`,
  });
  const authenticate = async (token: string) =>
    auth.authenticate(new Headers({ authorization: `Bearer ${token}` }));
  return { auth, authenticate, store: inMemory };
}

/** As Clerk makes them, but for what is given. */
function claims(changed: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    azp: site,
    exp: now + 60,
    fva: [0, -1],
    iat: now,
    iss: 'https://clerk.resumint.example',
    nbf: now - 10,
    sid: session.sessionId,
    sts: 'active',
    sub: session.subject,
    v: 2,
    ...changed,
  };
}

const hourAgo = () => Math.floor(Date.now() / 1000) - 3_600;

describeAuth('clerk', async () => {
  const { auth, store } = setUp();
  return {
    auth,
    token: await signer.sign(claims()),
    identity: { userId: 'usr_1', sessionId: session.sessionId, role: 'person' },
    cookieName: '__session',
    expiredToken: () => signer.sign(claims({ exp: hourAgo() })),
    forgedToken: () => strangersSigner.sign(claims()),
    foreignToken: () => signer.sign(claims({ azp: 'https://elsewhere.example' })),
    revoke: async () => store.endSession(session),
  };
});

describe('createClerkAuth', () => {
  it.each([
    ['names no site', { azp: undefined }],
    ['names no person', { sub: undefined }],
    ['names no session, as those of a template', { sid: undefined }],
    ['is of a session that still has tasks', { sts: 'pending' }],
    ['begins in an hour', { nbf: hourAgo() + 7_200 }],
    ['never expires', { exp: undefined }],
    ['names a person past all bounds', { sub: `user_${'a'.repeat(60)}` }],
    ['is for a machine', { sub: 'mch_ada' }],
  ])('refuses a signed token that %s', async (_, changed) => {
    expect(await setUp().authenticate(await signer.sign(claims(changed)))).toBeNull();
  });

  it('refuses a token that no key signed', async () => {
    const token = await signer.sign(claims(), { alg: 'none', typ: 'JWT' });
    expect(await setUp().authenticate(`${token.slice(0, token.lastIndexOf('.'))}.`)).toBeNull();
  });

  it('reads nothing from the store for a token that was not signed for us or has expired', async () => {
    const read = new Set<string>();
    const { auth, authenticate } = setUp({
      findUser: async ({ sessionId }) => {
        read.add(sessionId);
        return null;
      },
    });
    await authenticate(await signer.sign(claims({ sid: 'sess_expired', exp: hourAgo() })));
    await authenticate(await strangersSigner.sign(claims({ sid: 'sess_forged' })));
    await authenticate(await signer.sign(claims({ sid: 'sess_foreign', azp: 'https://elsewhere.example' })));
    const refused = await signer.sign(claims({ sid: 'sess_refused' }));
    const refuse = () => {
      throw new Error('too many');
    };
    await expect(
      auth.authenticate(new Headers({ authorization: `Bearer ${refused}` }), refuse),
    ).rejects.toThrow('too many');
    await authenticate(await signer.sign(claims({ sid: 'sess_good' })));
    expect([...read]).toEqual(['sess_good']);
  });

  it('reads once for a person whom it knows', async () => {
    let reads = 0;
    const store = createInMemoryStore();
    const { authenticate } = setUp({
      ...store,
      findUser: (wanted) => {
        reads += 1;
        return store.findUser(wanted);
      },
    });
    const token = await signer.sign(claims());
    const first = await authenticate(token);
    reads = 0;
    expect(await authenticate(token)).toEqual(first);
    expect(reads).toBe(1);
  });

  it('knows a person again in another session, and tells two apart', async () => {
    const { authenticate } = setUp();
    const ada = await authenticate(await signer.sign(claims()));
    const again = await authenticate(await signer.sign(claims({ sid: 'sess_second' })));
    const other = await authenticate(await signer.sign(claims({ sub: 'user_grace', sid: 'sess_third' })));
    expect(again).toEqual({ ...ada, sessionId: 'sess_second' });
    expect(other?.userId).not.toBe(ada?.userId);
  });

  it('refuses one session that has ended and leaves the others', async () => {
    const { authenticate, store } = setUp();
    const [ended, kept] = [await signer.sign(claims()), await signer.sign(claims({ sid: 'sess_second' }))];
    await authenticate(ended);
    store.endSession(session);
    expect(await authenticate(ended)).toBeNull();
    expect(await authenticate(kept)).not.toBeNull();
  });

  it.each(['banned', 'deleted'] as const)('refuses a %s person at once', async (standing) => {
    const { authenticate, store } = setUp();
    const token = await signer.sign(claims());
    expect(await authenticate(token)).not.toBeNull();
    store.setStanding(session.subject, standing);
    expect(await authenticate(token)).toBeNull();
  });

  it('completes a person whose making was cut off', async () => {
    const store = createInMemoryStore();
    let isCutOff = true;
    const { authenticate } = setUp({
      ...store,
      findUser: async (wanted) => {
        const user = await store.findUser(wanted);
        return user && { ...user, isProvisioned: !isCutOff };
      },
      provisionUser: async (user) => {
        await store.provisionUser(user);
        isCutOff = false;
      },
    });
    await store.provisionUser({ subject: session.subject, userId: 'usr_cut_off' });
    expect(await authenticate(await signer.sign(claims()))).toMatchObject({ userId: 'usr_cut_off' });
    expect(isCutOff).toBe(false);
  });

  it('lets a failure of the store through, since nobody is known to be nobody', async () => {
    const away = new Error('the database is away');
    const { authenticate } = setUp({ findUser: () => Promise.reject(away) });
    await expect(authenticate(await signer.sign(claims()))).rejects.toBe(away);
  });

  it('refuses to be made with a key that verifies nothing, or for every site', () => {
    const options = { store: createInMemoryStore(), newUserId: () => 'usr_1' };
    const [jwtKey, authorizedParties] = [signer.jwtKey, [site]];
    expect(() => createClerkAuth({ ...options, jwtKey: 'no key', authorizedParties })).toThrow(RangeError);
    expect(() => createClerkAuth({ ...options, jwtKey, authorizedParties: [] })).toThrow(RangeError);
  });
});
