import * as schema from '@resumint/drizzle';
import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, MySqlTable } from 'drizzle-orm/mysql-core';

const tables = Object.values(schema).filter((value) => is(value, MySqlTable));

/** Tables with rows of users: all that have a `user_id`. */
export const USERS_TABLES = tables.filter((table) => 'userId' in getTableColumns(table)).map(nameOf);

/** Tables of no user, each with why. */
export const SHARED_TABLES: Readonly<Record<string, string>> = {
  prices: 'what models cost is the same for everybody',
  sign_in_attempts: 'counts attempts on an email, whether or not anybody has it',
  clerk_ended_sessions: 'keyed by Clerk’s id, as the table is that finds the user by it',
  watermarks: 'up to where a process in the background has come',
  __drizzle_migrations: 'which migrations have run',
  dual: 'no table at all',
};

export const SCHEMA_TABLES = tables.map(nameOf);

export function isUsersTable(table: string): boolean {
  return USERS_TABLES.includes(table);
}

export function isSharedTable(table: string): boolean {
  return Object.hasOwn(SHARED_TABLES, table);
}

function nameOf(table: MySqlTable): string {
  return getTableConfig(table).name;
}
