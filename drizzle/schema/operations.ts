import { index, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { ascii, id, instant, json } from './columns.ts';

/** What a metered call is about and what it answered. The ledger says what it cost. */
export const operations = mysqlTable(
  'operations',
  {
    userId: id('user_id').notNull(),
    operationId: id('operation_id').notNull(),
    /** The document or resume that the call reads. */
    subjectId: id('subject_id'),
    /** Asks the provider what was really used. */
    responseId: ascii('response_id', 128),
    /** Kept until `resultExpiresAt`, for a replay of the same idempotency key. */
    result: json('result'),
    resultExpiresAt: instant('result_expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.operationId] }),
    index('operations_result_expires_at').on(table.resultExpiresAt),
  ],
);
