import type { ClerkAuthStore } from '@resumint/auth/clerk';
import { clerkEndedSessions, clerkUsers, type Database } from '@resumint/drizzle';
import type { Ledger } from '@resumint/metering';
import { and, eq, exists, sql } from 'drizzle-orm';
import { insertUnlessKnown } from './clerk-users.ts';
import { provisionClerkUser } from './provision-clerk-user.ts';

/** Where people whom Clerk signs in are kept. Who is seen for the first time gets a usage stream. */
export function createClerkAuthStore({ db, ledger }: { db: Database; ledger: Ledger }): ClerkAuthStore {
  return {
    async findUser({ subject, sessionId }) {
      const ended = db
        .select({ one: sql`1` })
        .from(clerkEndedSessions)
        .where(and(eq(clerkEndedSessions.subject, subject), eq(clerkEndedSessions.sessionId, sessionId)));
      const [user] = await db
        .select({
          userId: clerkUsers.userId,
          role: clerkUsers.role,
          standing: clerkUsers.standing,
          isProvisioned: clerkUsers.isProvisioned,
          hasSessionEnded: sql`${exists(ended)}`.mapWith((value) => Number(value) === 1),
        })
        .from(clerkUsers)
        .where(eq(clerkUsers.subject, subject));
      return user ?? null;
    },
    async provisionUser(user) {
      await insertUnlessKnown(db, user);
      await provisionClerkUser(db, ledger, user.subject);
    },
  };
}
