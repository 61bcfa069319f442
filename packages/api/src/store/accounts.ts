import { accounts, type Database } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';

export async function findEmail(db: Database, userId: string): Promise<string | null> {
  const [account] = await db
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.userId, userId));
  return account?.email ?? null;
}

export async function findUserId(db: Database, email: string): Promise<string | null> {
  const [account] = await db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(eq(accounts.email, email));
  return account?.userId ?? null;
}
