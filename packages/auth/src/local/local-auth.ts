import type { Auth, Identity } from '../auth.ts';
import { readRequestToken } from '../request-token.ts';
import { verifySessionToken } from './session-token.ts';
import { createSigner } from './signer.ts';
import type { LocalAuthStore } from './store.ts';

export const sessionCookieName = 'resumint_session';

export interface LocalAuthOptions {
  store: Pick<LocalAuthStore, 'findSession'>;
  /** At least 32 characters, the same wherever sessions are opened and read. */
  secret: string;
  now?: () => Date;
}

/** Costs one store read for a token that is signed and not expired, and none for any other. */
export function createLocalAuth({ store, secret, now = () => new Date() }: LocalAuthOptions): Auth {
  const signer = createSigner(secret);

  return {
    async authenticate(headers, admit): Promise<Identity | null> {
      const text = readRequestToken(headers, sessionCookieName);
      if (text === null) return null;
      const token = await verifySessionToken(signer, text);
      if (token === null || token.expiresAt <= now()) return null;

      const { userId, sessionId } = token;
      admit?.(userId);
      const session = await store.findSession(userId, sessionId);
      if (session === null || session.expiresAt <= now()) return null;
      if (!(await signer.verify('session secret', token.secret, session.secretHash))) return null;
      return { userId, sessionId, role: session.role };
    },
  };
}
