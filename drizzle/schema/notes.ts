import { mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { exactText, id, instant } from './columns.ts';

/** What was said of an entry in words. Apart from the ledger, which holds no text that a person wrote. */
export const ledgerNotes = mysqlTable(
  'ledger_notes',
  {
    userId: id('user_id').notNull(),
    operationId: id('operation_id').notNull(),
    note: exactText('note', 500).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.operationId] })],
);
