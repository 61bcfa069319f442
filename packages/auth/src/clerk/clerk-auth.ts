import type { Auth, Identity } from '../auth.ts';
import { readRequestToken } from '../request-token.ts';
import { verifySessionClaims, type SessionClaims, type VerifyOptions } from './session-claims.ts';
import type { ClerkAuthStore, ClerkUser } from './store.ts';

export interface ClerkAuthOptions extends VerifyOptions {
  store: ClerkAuthStore;
  newUserId: () => string;
}

const cookieName = '__session';
// What Clerk's verification takes a key for: an RSA key of 2048 bits with the usual exponent.
const rsaPrefix = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA';

/**
 * Verifies Clerk's session tokens without a call to Clerk. Costs one round trip to the store for a token that is signed
 * and not expired, and none for any other; the first time that a person is seen costs more. A session that has ended
 * and a person who was deleted or banned are refused as soon as the store knows, before their last token expires.
 */
export function createClerkAuth({ store, newUserId, ...verify }: ClerkAuthOptions): Auth {
  if (!verify.jwtKey.includes(rsaPrefix)) {
    throw new RangeError(
      'The key that verifies Clerk’s tokens is no public RSA key of 2048 bits in PEM form.',
    );
  }
  if (verify.authorizedParties.length === 0) {
    throw new RangeError('Without an authorized party, tokens made for any site would be accepted.');
  }

  return {
    async authenticate(headers, admit): Promise<Identity | null> {
      const token = readRequestToken(headers, cookieName);
      const claims = token === null ? null : await verifySessionClaims(token, verify);
      if (claims === null) return null;

      admit?.(claims.subject);
      const user = await findOrProvision(claims);
      if (user === null || user.standing !== 'active' || user.hasSessionEnded) return null;
      return { userId: user.userId, sessionId: claims.sessionId, role: user.role };
    },
  };

  async function findOrProvision(claims: SessionClaims): Promise<ClerkUser | null> {
    const user = await store.findUser(claims);
    if (user?.isProvisioned || user?.standing === 'deleted') return user;
    await store.provisionUser({ subject: claims.subject, userId: newUserId() });
    return store.findUser(claims);
  }
}
