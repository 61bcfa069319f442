import { bigint, boolean, index, mysqlEnum, mysqlTable, primaryKey, smallint } from 'drizzle-orm/mysql-core';
import { ascii, id, instant } from './columns.ts';

/**
 * A threshold of a limit that an entry crossed, or the end of the window in which an entry used a limit up. It belongs
 * to the entry, so there is one however often the ledger is followed. The row itself is the notification in the app.
 */
export const alerts = mysqlTable(
  'alerts',
  {
    userId: id('user_id').notNull(),
    /** The entry that crossed it. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    limitName: ascii('limit_name', 24).notNull(),
    /** 0 where it tells that the window has ended. */
    percent: smallint('percent').notNull(),
    /** When it is news: until then nobody is told of it. */
    at: instant('at').notNull(),
    /** What the entry left, in the limit's own unit. */
    used: bigint('used', { mode: 'bigint' }).notNull(),
    allowed: bigint('allowed', { mode: 'bigint' }).notNull(),
    resetsAt: instant('resets_at').notNull(),
    readAt: instant('read_at'),
    mail: mysqlEnum('mail', ['pending', 'sent', 'unwanted', 'failed']).notNull(),
    mailTries: smallint('mail_tries').notNull(),
    /** When a mail is to be tried next; null when none is. */
    mailDueAt: instant('mail_due_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.seq, table.limitName, table.percent] }),
    index('alerts_mail_due_at').on(table.mailDueAt),
    // As they are listed, and as those are counted that are not read.
    index('alerts_at').on(table.userId, table.at, table.seq, table.limitName),
    index('alerts_read_at').on(table.userId, table.readAt, table.at, table.seq),
  ],
);

/** How a person wants to be told. Without a row: in the app and by mail. */
export const alertSettings = mysqlTable('alert_settings', {
  userId: id('user_id').primaryKey(),
  byMail: boolean('by_mail').notNull(),
});
