import { bigint, index, mysqlTable } from 'drizzle-orm/mysql-core';
import { id, instant } from './columns.ts';

/** What is left of a person who was erased: that there was one, and what they used in all. */
export const tombstones = mysqlTable(
  'tombstones',
  {
    userId: id('user_id').primaryKey(),
    requestedAt: instant('requested_at').notNull(),
    /** Null until everything is gone. */
    erasedAt: instant('erased_at'),
    entries: bigint('entries', { mode: 'number' }).notNull(),
    operations: bigint('operations', { mode: 'number' }).notNull(),
    tokens: bigint('tokens', { mode: 'number' }).notNull(),
    costNanos: bigint('cost_nanos', { mode: 'bigint' }).notNull(),
  },
  (table) => [index('tombstones_erased_at').on(table.erasedAt)],
);
