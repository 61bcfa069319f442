import { clerkUsers, type Database } from '@resumint/drizzle';
import { defaultTerms, openStream, type Ledger } from '@resumint/metering';
import { and, eq } from 'drizzle-orm';

/**
 * Gives a person whose row is there what is needed to use the product. Safe to repeat and to race, and marked as done
 * only at its end, so that whoever sees the person next completes what was cut off.
 */
export async function provisionClerkUser(db: Database, ledger: Ledger, subject: string): Promise<void> {
  const [user] = await db
    .select({
      userId: clerkUsers.userId,
      standing: clerkUsers.standing,
      isProvisioned: clerkUsers.isProvisioned,
    })
    .from(clerkUsers)
    .where(eq(clerkUsers.subject, subject));
  if (!user || user.isProvisioned || user.standing === 'deleted') return;
  const { userId } = user;
  await openStream(ledger, userId, defaultTerms('UTC'));
  await db
    .update(clerkUsers)
    .set({ isProvisioned: true })
    .where(and(eq(clerkUsers.subject, subject), eq(clerkUsers.userId, userId)));
}
