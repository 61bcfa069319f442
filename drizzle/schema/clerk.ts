import { boolean, index, mysqlEnum, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { ascii, exactText, id, instant } from './columns.ts';

/** Clerk's id of a person: `user_…`. */
const subject = () => ascii('subject', 64);

/** Finds a user by Clerk's id, so it is keyed by that and not by user: a lookup table when sharded. */
export const clerkUsers = mysqlTable(
  'clerk_users',
  {
    subject: subject().primaryKey(),
    userId: id('user_id').notNull().unique(),
    role: mysqlEnum('role', ['person', 'admin']).notNull(),
    /** A deleted person stays as a row without an email, so that no late token or event makes a new one. */
    standing: mysqlEnum('standing', ['active', 'banned', 'deleted']).notNull(),
    /** False until the usage stream is open. */
    isProvisioned: boolean('is_provisioned').notNull(),
    /** The primary one, as local accounts normalize it. Null until Clerk has told it, and when there is none. */
    email: exactText('email', 254),
    /** When Clerk last changed what is stored here, by its own clock. 1970 until an event was heard. */
    changedAt: instant('changed_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('clerk_users_email').on(table.email)],
);

/** Sessions that ended while a token of theirs may still be good. Keyed as the lookup table is. */
export const clerkEndedSessions = mysqlTable(
  'clerk_ended_sessions',
  {
    subject: subject().notNull(),
    sessionId: ascii('session_id', 64).notNull(),
    endedAt: instant('ended_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.sessionId] })],
);
