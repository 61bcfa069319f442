import { bigint, index, int, mysqlEnum, mysqlTable, primaryKey, smallint } from 'drizzle-orm/mysql-core';
import { ascii, id, instant } from './columns.ts';

const count = (name: string) => bigint(name, { mode: 'number' }).notNull();

/** Up to when the ledger was looked through for streams with new entries. */
export const watermarks = mysqlTable('watermarks', {
  name: ascii('name', 32).primaryKey(),
  at: instant('at').notNull(),
});

/**
 * How far a stream was followed: the entries up to `seq` were found in order, and are in the roll-up and in the alerts.
 * Signed, it is the checkpoint that an audit begins at.
 */
export const streamPositions = mysqlTable(
  'stream_positions',
  {
    userId: id('user_id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Of the entry at `seq`. */
    mac: ascii('mac', 24).notNull(),
    signature: ascii('signature', 24).notNull(),
    /** When the next open hold is due; null while none is open. */
    nextExpiryAt: instant('next_expiry_at'),
  },
  (table) => [index('stream_positions_next_expiry_at').on(table.nextExpiryAt)],
);

/** Usage of the entries up to the stream's position, by what it was for. Added up, it is what those entries add up to. */
export const usageDaily = mysqlTable(
  'usage_daily',
  {
    userId: id('user_id').notNull(),
    /** The windows that the calls were admitted in. */
    dayStart: instant('day_start').notNull(),
    monthStart: instant('month_start').notNull(),
    operation: ascii('operation', 32).notNull(),
    model: ascii('model', 48).notNull(),
    outcome: ascii('outcome', 16).notNull(),
    calls: count('calls'),
    /** By class where it is known; an expired call has only a total. */
    inputTokens: count('input_tokens'),
    cachedInputTokens: count('cached_input_tokens'),
    outputTokens: count('output_tokens'),
    reasoningTokens: count('reasoning_tokens'),
    tokens: count('tokens'),
    costNanos: bigint('cost_nanos', { mode: 'bigint' }).notNull(),
  },
  (table) => [
    primaryKey({
      // A name of all columns would be longer than the servers take.
      name: 'usage_daily_pk',
      columns: [table.userId, table.dayStart, table.monthStart, table.operation, table.model, table.outcome],
    }),
  ],
);

/** The same usage by month: of calls that were made, and of adjustments that count in a month. */
export const usageMonths = mysqlTable(
  'usage_months',
  {
    userId: id('user_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    operations: count('operations'),
    tokens: count('tokens'),
    costNanos: bigint('cost_nanos', { mode: 'bigint' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.startsAt] })],
);

/**
 * The same usage by day, and by one thing that it is told apart by: a bar of a chart is a few rows, whatever the calls of
 * its day were. `kind` tells calls from adjustments, and so has a day as a whole.
 */
export const usageDimensions = mysqlTable(
  'usage_dimensions',
  {
    userId: id('user_id').notNull(),
    dimension: mysqlEnum('dimension', ['kind', 'operation', 'model', 'outcome']).notNull(),
    dayStart: instant('day_start').notNull(),
    monthStart: instant('month_start').notNull(),
    name: ascii('name', 48).notNull(),
    calls: count('calls'),
    /** Of the calls, those that failed or were given up. */
    notMade: count('not_made'),
    tokens: count('tokens'),
    costNanos: bigint('cost_nanos', { mode: 'bigint' }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'usage_dimensions_pk',
      columns: [table.userId, table.dimension, table.dayStart, table.monthStart, table.name],
    }),
  ],
);

/**
 * The same usage by when in the day it was: each call in the quarter of an hour in which it ended, since the hours of
 * every zone begin on one. Without adjustments, which are of no hour.
 */
export const usageQuarters = mysqlTable(
  'usage_quarters',
  {
    userId: id('user_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    calls: count('calls'),
    tokens: count('tokens'),
    costNanos: bigint('cost_nanos', { mode: 'bigint' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.startsAt] })],
);

/** Calls that were charged by estimate, of which the provider is asked what was really used. */
export const inquiries = mysqlTable(
  'inquiries',
  {
    userId: id('user_id').notNull(),
    operationId: id('operation_id').notNull(),
    tries: smallint('tries').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.operationId] }),
    index('inquiries_due_at').on(table.dueAt),
  ],
);

/** Calls that were refused, counted: a refusal writes nothing to the ledger. */
export const denials = mysqlTable(
  'denials',
  {
    userId: id('user_id').notNull(),
    dayStart: instant('day_start').notNull(),
    limitName: ascii('limit_name', 24).notNull(),
    operation: ascii('operation', 32).notNull(),
    count: int('count').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.dayStart, table.limitName, table.operation] })],
);
