import { int, mysqlEnum, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { ascii, exactText, id, instant } from './columns.ts';

/** Finds a user by email, so it is keyed by email and not by user: a lookup table when sharded. */
export const accounts = mysqlTable('accounts', {
  email: exactText('email', 254).primaryKey(),
  userId: id('user_id').notNull().unique(),
  role: mysqlEnum('role', ['person', 'admin']).notNull(),
  passwordHash: ascii('password_hash', 255).notNull(),
  createdAt: instant('created_at').notNull(),
});

export const sessions = mysqlTable(
  'sessions',
  {
    userId: id('user_id').notNull(),
    sessionId: id('session_id').notNull(),
    secretHash: ascii('secret_hash', 64).notNull(),
    role: mysqlEnum('role', ['person', 'admin']).notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.sessionId] })],
);

/** Attempts to sign in with one email in its current window. */
export const signInAttempts = mysqlTable('sign_in_attempts', {
  emailHash: ascii('email_hash', 64).primaryKey(),
  attempts: int('attempts').notNull(),
  windowEndsAt: instant('window_ends_at').notNull(),
});
