import { clerkEndedSessions, clerkUsers, type Database } from '@resumint/drizzle';
import { and, eq, lt, sql } from 'drizzle-orm';

export interface ClerkProfile {
  subject: string;
  email: string | null;
  standing: 'active' | 'banned';
  /** By Clerk's clock: of two profiles the later one stands, whichever is heard first. */
  changedAt: Date;
}

const NEVER = new Date(0);
/** Much longer than the minute that a session token lives. */
const ENDED_KEPT_MS = 24 * 3_600_000;

/** Inserts a person who was never seen. Whoever is there already stays as is. */
export async function insertUnlessKnown(
  db: Database,
  { subject, userId }: { subject: string; userId: string },
): Promise<void> {
  await db
    .insert(clerkUsers)
    .values(newUser({ subject, userId, email: null, standing: 'active', changedAt: NEVER }))
    .onDuplicateKeyUpdate({ set: { subject: sql`${clerkUsers.subject}` } });
}

/** One statement, so that events heard at the same time or out of order leave the latest profile, or a deleted person. */
export async function saveProfile(db: Database, profile: ClerkProfile & { userId: string }): Promise<void> {
  const { email, standing, changedAt } = profile;
  const at = sql.param(changedAt, clerkUsers.changedAt);
  const isLatest = sql`${clerkUsers.standing} <> 'deleted' and ${clerkUsers.changedAt} <= ${at}`;
  // Assignments run from left to right in the order of the columns: the time that decides is replaced last.
  await db
    .insert(clerkUsers)
    .values(newUser(profile))
    .onDuplicateKeyUpdate({
      set: {
        standing: sql`if(${isLatest}, ${standing}, ${clerkUsers.standing})`,
        email: sql`if(${isLatest}, ${email}, ${clerkUsers.email})`,
        changedAt: sql`if(${isLatest}, ${at}, ${clerkUsers.changedAt})`,
      },
    });
}

/** Also of a person who was never seen, so that an event or token that comes later makes none. */
export async function markDeleted(
  db: Database,
  { subject, userId }: { subject: string; userId: string },
): Promise<void> {
  const deleted = { standing: 'deleted', email: null } as const;
  await db
    .insert(clerkUsers)
    .values(newUser({ subject, userId, ...deleted, changedAt: NEVER }))
    .onDuplicateKeyUpdate({ set: deleted });
}

export async function insertEndedSession(
  db: Database,
  session: { subject: string; sessionId: string },
): Promise<void> {
  const endedAt = new Date();
  await db
    .insert(clerkEndedSessions)
    .values({ ...session, endedAt })
    .onDuplicateKeyUpdate({ set: { endedAt } });
  const isOld = lt(clerkEndedSessions.endedAt, new Date(endedAt.getTime() - ENDED_KEPT_MS));
  await db.delete(clerkEndedSessions).where(and(eq(clerkEndedSessions.subject, session.subject), isOld));
}

/** A person who is deleted is refused whatever their session is. */
export async function deleteEndedSessions(db: Database, subject: string): Promise<void> {
  await db.delete(clerkEndedSessions).where(eq(clerkEndedSessions.subject, subject));
}

function newUser(
  user: Pick<typeof clerkUsers.$inferInsert, 'subject' | 'userId' | 'email' | 'standing' | 'changedAt'>,
): typeof clerkUsers.$inferInsert {
  return { ...user, role: 'person', isProvisioned: false, createdAt: new Date() };
}
