import type { Session } from '../auth.ts';
import { encodeBase64Url } from '../base64-url.ts';
import { signSessionToken } from './session-token.ts';
import { createSigner } from './signer.ts';
import type { LocalAccount, LocalAuthStore } from './store.ts';

export interface OpenSessionOptions {
  store: Pick<LocalAuthStore, 'insertSession'>;
  secret: string;
  newSessionId: () => string;
  sessionLifetimeMs?: number;
  now?: () => Date;
}

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

/** Signs a person in without asking who they are: for the caller that has just verified it. */
export async function openSession(
  options: OpenSessionOptions,
  account: Pick<LocalAccount, 'userId' | 'role'>,
): Promise<Session> {
  const now = options.now?.() ?? new Date();
  const signer = createSigner(options.secret);
  const { userId, role } = account;
  const sessionId = options.newSessionId();
  const expiresAt = new Date(now.getTime() + (options.sessionLifetimeMs ?? thirtyDaysMs));
  const secret = encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));

  const token = await signSessionToken(signer, { userId, sessionId, expiresAt, secret });
  const secretHash = await signer.sign('session secret', secret);
  await options.store.insertSession({ userId, sessionId, secretHash, role, expiresAt });
  return { identity: { userId, sessionId, role }, token, expiresAt };
}
