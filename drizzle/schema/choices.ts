import { boolean, int, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { ascii, id } from './columns.ts';

/** What a person chose for their calls of an operation. Without a row, and where a column is null: what is usual. */
export const operationChoices = mysqlTable(
  'operation_choices',
  {
    userId: id('user_id').notNull(),
    operation: ascii('operation', 32).notNull(),
    /** Counts changes: a change that was decided on another revision does not land. */
    revision: int('revision').notNull(),
    tier: ascii('tier', 16),
    maxOutputTokens: int('max_output_tokens'),
    /** Whether the tier is one that was suggested, and what it was before then. */
    isTierSuggested: boolean('is_tier_suggested').notNull(),
    tierBefore: ascii('tier_before', 16),
    isCapSuggested: boolean('is_cap_suggested').notNull(),
    maxOutputTokensBefore: int('max_output_tokens_before'),
    /** Whether a repeated input is answered from the kept result of an earlier call, and whether that was suggested. */
    reusesAnswers: boolean('reuses_answers').notNull().default(false),
    isReuseSuggested: boolean('is_reuse_suggested').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.userId, table.operation] })],
);
