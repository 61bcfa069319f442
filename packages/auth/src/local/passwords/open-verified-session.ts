import type { Session } from '../../auth.ts';
import { openSession, type OpenSessionOptions } from '../open-session.ts';
import type { LocalAccount, LocalAuthStore } from '../store.ts';

interface VerifiedSessionOptions extends OpenSessionOptions {
  store: Pick<LocalAuthStore, 'insertSession' | 'findAccount' | 'deleteSession'>;
}

/**
 * Signs in a person whose password matched `account`. Null when the password was changed meanwhile: a change ends
 * sessions after its hash is stored and this reads the hash after its session is, so one of the two sees the other.
 */
export async function openVerifiedSession(
  options: VerifiedSessionOptions,
  account: LocalAccount,
): Promise<Session | null> {
  const { store } = options;
  const session = await openSession(options, account);
  const current = await store.findAccount(account.userId);
  if (current?.passwordHash === account.passwordHash) return session;
  await store.deleteSession(account.userId, session.identity.sessionId);
  return null;
}
