import type { LocalAuthStore } from '@resumint/auth/local';
import { hashPassword } from '@resumint/auth/local/passwords';
import { createId } from '@resumint/drizzle';

export interface LocalAccount {
  email: string;
  password: string;
}

/** Makes an account, after its stream was begun, unless there is one with this email. Gives its user's id. */
export async function ensureAccount(
  store: LocalAuthStore,
  { email, password }: LocalAccount,
  { role, begin }: { role: 'person' | 'admin'; begin: (userId: string) => Promise<void> },
): Promise<string> {
  const found = await store.findAccountByEmail(email);
  if (found) return found.userId;
  const userId = createId('user');
  await begin(userId);
  await store.createAccount({ userId, email, role, passwordHash: await hashPassword(password) });
  return userId;
}
