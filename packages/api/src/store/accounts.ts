import { accounts, clerkUsers, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { eq } from 'drizzle-orm';

/** Null for a person of Clerk whose email has not been told yet, and for one who has none. */
export async function findEmail(db: Database, userId: string): Promise<string | null> {
  const [local, clerk] = await Promise.all([
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.userId, userId)),
    db.select({ email: clerkUsers.email }).from(clerkUsers).where(eq(clerkUsers.userId, userId)),
  ]);
  return local[0]?.email ?? clerk[0]?.email ?? null;
}

/**
 * The person whose account has an email, however it is capitalised. Throws `not_found` for an email that nobody has,
 * and for one that Clerk names for two people.
 */
export async function personWith(db: Database, typed: string): Promise<string> {
  const email = typed.trim().toLowerCase();
  const [local, clerk] = await Promise.all([
    db.select({ userId: accounts.userId }).from(accounts).where(eq(accounts.email, email)),
    db.select({ userId: clerkUsers.userId }).from(clerkUsers).where(eq(clerkUsers.email, email)).limit(2),
  ]);
  const [only, another] = [...local, ...clerk];
  if (only && !another) return only.userId;
  throw new AppError('not_found', 'There is no account with this email.');
}
