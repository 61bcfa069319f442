import type { PasswordSignIn } from '../../auth.ts';
import { openSession } from '../open-session.ts';
import { createSigner } from '../signer.ts';
import type { LocalAccount, LocalAuthStore } from '../store.ts';
import { normalizeCredentials } from './credentials.ts';
import { createDecoyHash, hashPassword, verifyPassword } from './hash-password.ts';
import { createThrottle } from './throttle.ts';

export interface PasswordSignInOptions {
  store: LocalAuthStore;
  /** At least 32 characters, the same as the reader of the sessions has. */
  secret: string;
  newUserId: () => string;
  newSessionId: () => string;
  sessionLifetimeMs?: number;
  /** Attempts on one email within the window before the next one must wait. 10 in 15 minutes by default. */
  throttle?: { maxAttempts: number; windowMs: number };
  now?: () => Date;
}

const tenInFifteenMinutes = { maxAttempts: 10, windowMs: 15 * 60 * 1000 };

/** Neither an answer to `signIn` nor the time it takes tells whether an email has an account. */
export function createPasswordSignIn(options: PasswordSignInOptions): PasswordSignIn {
  const { store, secret, newUserId, now = () => new Date() } = options;
  const throttle = createThrottle({
    ...(options.throttle ?? tenInFifteenMinutes),
    store,
    signer: createSigner(secret),
  });
  const decoyHash = createDecoyHash();

  return {
    async signUp(credentials) {
      const normalized = normalizeCredentials(credentials);
      if (normalized === null) throw new RangeError('The email or password is out of bounds.');

      const passwordHash = await hashPassword(normalized.password);
      const account: LocalAccount = {
        userId: newUserId(),
        email: normalized.email,
        passwordHash,
        role: 'person',
      };
      if (!(await store.createAccount(account))) return { kind: 'emailTaken' };
      return { kind: 'signedUp', session: await openSession(options, account) };
    },

    async signIn(credentials) {
      const normalized = normalizeCredentials(credentials);
      if (normalized === null) return { kind: 'refused' };

      const admission = await throttle.admit(normalized.email, now());
      if (!admission.admitted) return { kind: 'throttled', retryAt: admission.retryAt };

      const account = await store.findAccountByEmail(normalized.email);
      const matches = await verifyPassword(normalized.password, account?.passwordHash ?? decoyHash);
      if (account === null || !matches) return { kind: 'refused' };

      await throttle.forgive(normalized.email);
      await store.deleteEndedSessions(account.userId, now());
      return { kind: 'signedIn', session: await openSession(options, account) };
    },

    async signOut(identity) {
      await store.deleteSession(identity.userId, identity.sessionId);
    },
  };
}
