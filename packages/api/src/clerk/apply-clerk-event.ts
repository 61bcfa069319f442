import { clerkUsers, createId, type Database } from '@resumint/drizzle';
import { finishErasure, requestErasure, type Ledger } from '@resumint/metering';
import { eq } from 'drizzle-orm';
import { deleteEndedSessions, insertEndedSession, markDeleted, saveProfile } from '../store/clerk-users.ts';
import { provisionClerkUser } from '../store/provision-clerk-user.ts';
import { primaryEmail, type ClerkEvent } from './clerk-event.ts';

/**
 * Brings our side to what an event says. Every step may be repeated, be raced by itself, and be overtaken by a later
 * event: the outcome is that of each event happening once, in the order of Clerk's clock.
 */
export async function applyClerkEvent(
  { db, ledger }: { db: Database; ledger: Ledger },
  event: ClerkEvent,
): Promise<void> {
  switch (event.type) {
    case 'user.created':
    case 'user.updated': {
      const { id: subject, banned, updated_at: changedAt } = event.data;
      await saveProfile(db, {
        subject,
        userId: createId('user'),
        email: primaryEmail(event.data),
        standing: banned ? 'banned' : 'active',
        changedAt: new Date(changedAt),
      });
      return provisionClerkUser(db, ledger, subject);
    }
    case 'user.deleted': {
      const { id: subject } = event.data;
      // First refused, then emptied: what fails in between is repeated by the next delivery.
      await markDeleted(db, { subject, userId: createId('user') });
      return eraseUserOf({ db, ledger }, subject);
    }
    case 'session.ended':
    case 'session.removed':
    case 'session.revoked':
      return insertEndedSession(db, { subject: event.data.user_id, sessionId: event.data.id });
  }
}

/** A call that still runs keeps the rest from being erased now; the follower finishes it. */
async function eraseUserOf({ db, ledger }: { db: Database; ledger: Ledger }, subject: string): Promise<void> {
  const [user] = await db
    .select({ userId: clerkUsers.userId })
    .from(clerkUsers)
    .where(eq(clerkUsers.subject, subject));
  if (!user) return;
  await deleteEndedSessions(db, subject);
  await requestErasure(ledger, user.userId);
  await finishErasure(ledger, user.userId);
}
