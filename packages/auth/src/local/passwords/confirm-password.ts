import type { PasswordConfirmation } from '../../auth.ts';
import type { LocalAuthStore } from '../store.ts';
import { verifyPassword } from './hash-password.ts';
import type { Throttle } from './throttle.ts';

interface ConfirmOptions {
  store: Pick<LocalAuthStore, 'findAccount'>;
  throttle: Throttle;
  now: () => Date;
}

export async function confirmPassword(
  { store, throttle, now }: ConfirmOptions,
  userId: string,
  password: string,
): Promise<PasswordConfirmation> {
  const account = await store.findAccount(userId);
  if (account === null) return { kind: 'refused' };
  const admission = await throttle.admit(account.email, now());
  if (!admission.admitted) return { kind: 'throttled', retryAt: admission.retryAt };
  if (!(await verifyPassword(password, account.passwordHash))) return { kind: 'refused' };
  await throttle.forgive(account.email);
  return { kind: 'confirmed' };
}
