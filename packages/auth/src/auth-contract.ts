import { describe, expect, it } from 'vitest';
import type { Auth, Identity } from './auth.ts';

/** A fresh adapter with one person signed in, and the tokens that only the adapter's own test can make. */
export interface AuthSubject {
  auth: Auth;
  identity: Identity;
  token: string;
  cookieName: string;
  /** Signed by the right key, for a session that has ended. */
  expiredToken: () => Promise<string>;
  /** Right in every field, signed by another key. */
  forgedToken: () => Promise<string>;
  /** Made by the right issuer for another site. Absent where a token names none. */
  foreignToken?: () => Promise<string>;
  /** Ends the session of `token`, which has not expired. */
  revoke: () => Promise<void>;
}

/** What every adapter of the auth port guarantees. */
export function describeAuth(name: string, createSubject: () => Promise<AuthSubject>): void {
  describe(`auth port: ${name}`, () => {
    it('identifies the sender of a bearer token', async () => {
      const { auth, token, identity } = await createSubject();
      expect(await auth.authenticate(bearer(token))).toEqual(identity);
    });

    it('identifies the sender of a session cookie among other cookies', async () => {
      const { auth, token, cookieName, identity } = await createSubject();
      const cookie = `theme=dark; ${cookieName}=${token}; last=1`;
      expect(await auth.authenticate(new Headers({ cookie }))).toEqual(identity);
    });

    it('lets a bearer token win over the cookie, even a bad one', async () => {
      const { auth, token, cookieName } = await createSubject();
      const headers = new Headers({ authorization: 'Bearer bad', cookie: `${cookieName}=${token}` });
      expect(await auth.authenticate(headers)).toBeNull();
    });

    it('tells whom a token was signed for, the same each time, and throws what that throws', async () => {
      const { auth, token } = await createSubject();
      const told: string[] = [];
      const admit = (person: string) => told.push(person);
      await auth.authenticate(bearer(token), admit);
      await auth.authenticate(bearer(token), admit);
      expect(told).toHaveLength(2);
      expect(new Set(told).size).toBe(1);
      const refusal = new Error('too many');
      const refuse = () => {
        throw refusal;
      };
      await expect(auth.authenticate(bearer(token), refuse)).rejects.toBe(refusal);
    });

    it('tells of nobody by a token that is not good', async () => {
      const { auth, expiredToken, forgedToken } = await createSubject();
      const told: string[] = [];
      for (const token of [await expiredToken(), await forgedToken(), 'garbage']) {
        await auth.authenticate(bearer(token), (person) => told.push(person));
      }
      expect(told).toEqual([]);
    });

    it('identifies nobody without a token', async () => {
      const { auth } = await createSubject();
      expect(await auth.authenticate(new Headers())).toBeNull();
    });

    it('identifies nobody by an expired token', async () => {
      const { auth, expiredToken } = await createSubject();
      expect(await auth.authenticate(bearer(await expiredToken()))).toBeNull();
    });

    it('identifies nobody by a token that another key signed', async () => {
      const { auth, forgedToken } = await createSubject();
      expect(await auth.authenticate(bearer(await forgedToken()))).toBeNull();
    });

    it('identifies nobody by a token that was made for another site', async ({ skip }) => {
      const { auth, foreignToken } = await createSubject();
      if (!foreignToken) return skip('a token of this adapter names no site');
      expect(await auth.authenticate(bearer(await foreignToken()))).toBeNull();
    });

    it('identifies nobody by a token with any one character changed', async () => {
      const { auth, token } = await createSubject();
      for (const index of token.split('').keys()) {
        const swapped = token[index] === 'A' ? 'B' : 'A';
        const changed = token.slice(0, index) + swapped + token.slice(index + 1);
        expect(await auth.authenticate(bearer(changed)), `character ${index}`).toBeNull();
      }
    });

    it('identifies nobody by a revoked session', async () => {
      const { auth, token, revoke } = await createSubject();
      await revoke();
      expect(await auth.authenticate(bearer(token))).toBeNull();
    });

    it.each(['', 'x', '.', '....', 'null', '../../etc', '%00', 'a'.repeat(100_000), `${'.'.repeat(10_000)}`])(
      'identifies nobody by garbage: %.12s',
      async (garbage) => {
        const { auth, cookieName } = await createSubject();
        expect(await auth.authenticate(bearer(garbage))).toBeNull();
        expect(await auth.authenticate(new Headers({ authorization: garbage }))).toBeNull();
        expect(await auth.authenticate(new Headers({ cookie: garbage }))).toBeNull();
        expect(await auth.authenticate(new Headers({ cookie: `${cookieName}=${garbage}` }))).toBeNull();
      },
    );
  });
}

function bearer(token: string): Headers {
  return new Headers({ authorization: `Bearer ${token}` });
}
