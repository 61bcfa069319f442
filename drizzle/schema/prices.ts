import { bigint, int, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';
import { ascii, instant } from './columns.ts';

const nanosPerMillion = (name: string) => bigint(name, { mode: 'bigint' }).notNull();

/** What a model costs from a date on. Rows are added, never changed: receipts name them. */
export const prices = mysqlTable(
  'prices',
  {
    model: ascii('model', 48).notNull(),
    version: ascii('version', 16).notNull(),
    /** The band starts above this many input tokens; 0 for the first or only band. */
    aboveInputTokens: int('above_input_tokens').notNull(),
    effectiveAt: instant('effective_at').notNull(),
    inputNanosPerMillion: nanosPerMillion('input_nanos_per_million'),
    cachedInputNanosPerMillion: nanosPerMillion('cached_input_nanos_per_million'),
    outputNanosPerMillion: nanosPerMillion('output_nanos_per_million'),
    source: varchar('source', { length: 255 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.version, table.aboveInputTokens] })],
);
