import type { PasswordChange, PasswordChangeOutcome } from '../../auth.ts';
import type { OpenSessionOptions } from '../open-session.ts';
import type { LocalAuthStore } from '../store.ts';
import { isAllowedPassword } from './credentials.ts';
import { hashPassword, verifyPassword, type ScryptParameters } from './hash-password.ts';
import { openVerifiedSession } from './open-verified-session.ts';
import type { Throttle } from './throttle.ts';

interface ChangePasswordOptions extends OpenSessionOptions {
  store: LocalAuthStore;
  throttle: Throttle;
  now: () => Date;
  work?: ScryptParameters;
}

export async function changePassword(
  options: ChangePasswordOptions,
  userId: string,
  { currentPassword, newPassword }: PasswordChange,
): Promise<PasswordChangeOutcome> {
  const { store, throttle, now, work } = options;
  if (!isAllowedPassword(newPassword)) throw new RangeError('The new password is out of bounds.');
  const account = await store.findAccount(userId);
  if (account === null) return { kind: 'refused' };

  const admission = await throttle.admit(account.email, now());
  if (!admission.admitted) return { kind: 'throttled', retryAt: admission.retryAt };
  if (!(await verifyPassword(currentPassword, account.passwordHash))) return { kind: 'refused' };
  await throttle.forgive(account.email);

  const passwordHash = await hashPassword(newPassword, work);
  const replacement = { userId, from: account.passwordHash, to: passwordHash };
  if (!(await store.replacePasswordHash(replacement))) return { kind: 'refused' };
  await store.deleteSessions(userId);
  const session = await openVerifiedSession(options, { ...account, passwordHash });
  return session ? { kind: 'changed', session } : { kind: 'refused' };
}
