import type { PasswordSignIn, SignInOutcome, SignUpOutcome } from '../../auth.ts';
import { createSigner } from '../signer.ts';
import type { LocalAccount, LocalAuthStore } from '../store.ts';
import { changePassword } from './change-password.ts';
import { confirmPassword } from './confirm-password.ts';
import { normalizeCredentials, type Credentials } from './credentials.ts';
import { createDecoyHash, hashPassword, verifyPassword, type ScryptParameters } from './hash-password.ts';
import { isPoolFull, PoolIsFull } from './hashing-pool.ts';
import { openVerifiedSession } from './open-verified-session.ts';
import { createThrottle } from './throttle.ts';

export interface PasswordSignInOptions {
  store: LocalAuthStore;
  /** At least 32 characters, the same as the reader of the sessions has. */
  secret: string;
  newUserId: () => string;
  newSessionId: () => string;
  sessionLifetimeMs?: number;
  /** Attempts on one email, to sign up or in or to change its password, within the window before the next one must wait. 10 in 15 minutes by default. */
  throttle?: { maxAttempts: number; windowMs: number };
  now?: () => Date;
  /** Of a hash that is made; as much as OWASP advises by default. */
  work?: ScryptParameters;
}

const tenInFifteenMinutes = { maxAttempts: 10, windowMs: 15 * 60 * 1000 };

/** Neither an answer to `signIn` nor the time it takes tells whether an email has an account. */
export function createPasswordSignIn(options: PasswordSignInOptions): PasswordSignIn {
  const { store, secret, newUserId, now = () => new Date(), work } = options;
  const throttle = createThrottle({
    ...(options.throttle ?? tenInFifteenMinutes),
    store,
    signer: createSigner(secret),
  });
  const decoyHash = createDecoyHash(work);

  async function signUp(credentials: Credentials): Promise<SignUpOutcome> {
    const normalized = normalizeCredentials(credentials);
    if (normalized === null) throw new RangeError('The email or password is out of bounds.');

    const admission = await throttle.admit(normalized.email, now());
    if (!admission.admitted) return { kind: 'throttled', retryAt: admission.retryAt };

    const passwordHash = await hashPassword(normalized.password, work);
    const account: LocalAccount = {
      userId: newUserId(),
      email: normalized.email,
      passwordHash,
      role: 'person',
    };
    if (!(await store.createAccount(account))) return { kind: 'emailTaken' };
    await throttle.forgive(normalized.email);
    const session = await openVerifiedSession(options, account);
    return session ? { kind: 'signedUp', session } : { kind: 'emailTaken' };
  }

  async function signIn(credentials: Credentials): Promise<SignInOutcome> {
    const normalized = normalizeCredentials(credentials);
    if (normalized === null) return { kind: 'refused' };

    const admission = await throttle.admit(normalized.email, now());
    if (!admission.admitted) return { kind: 'throttled', retryAt: admission.retryAt };

    const account = await store.findAccountByEmail(normalized.email);
    const matches = await verifyPassword(normalized.password, account?.passwordHash ?? decoyHash);
    if (account === null || !matches) return { kind: 'refused' };

    await throttle.forgive(normalized.email);
    await store.deleteEndedSessions(account.userId, now());
    const session = await openVerifiedSession(options, account);
    return session ? { kind: 'signedIn', session } : { kind: 'refused' };
  }

  return {
    signUp: (credentials) => unlessBusy(() => signUp(credentials)),
    signIn: (credentials) => unlessBusy(() => signIn(credentials)),
    async signOut(identity) {
      await store.deleteSession(identity.userId, identity.sessionId);
    },
    signOutEverywhere: (userId) => store.deleteSessions(userId),
    changePassword: (userId, change) =>
      unlessBusy(() => changePassword({ ...options, now, throttle }, userId, change)),
    confirmPassword: (userId, password) =>
      unlessBusy(() => confirmPassword({ store, now, throttle }, userId, password)),
  };
}

/** Looked at before an attempt is counted, so that nobody is locked out by the rush of others; a race is caught. */
async function unlessBusy<Outcome>(attempt: () => Promise<Outcome>): Promise<Outcome | { kind: 'busy' }> {
  if (isPoolFull()) return { kind: 'busy' };
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof PoolIsFull) return { kind: 'busy' };
    throw error;
  }
}
