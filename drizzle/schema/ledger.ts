import {
  bigint,
  boolean,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  smallint,
  text,
  tinyint,
  unique,
} from 'drizzle-orm/mysql-core';
import { ascii, id, instant } from './columns.ts';

const count = (name: string) => bigint(name, { mode: 'number' });
const nanos = (name: string) => bigint(name, { mode: 'bigint' });

/**
 * One append-only stream of entries a user. The last entry carries the running state, so it is the meter; every
 * change is one INSERT at the next `seq`, and a lost race is a duplicate key. Rows are never updated.
 */
export const ledger = mysqlTable(
  'ledger',
  {
    userId: id('user_id').notNull(),
    /** From 1, without gaps. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: mysqlEnum('kind', [
      'open',
      'hold',
      'settle',
      'release',
      'expire',
      'correct',
      'adjust',
      'terms',
      'void',
    ]).notNull(),
    operationId: id('operation_id').notNull(),
    /** 0 begins an operation; 1 ends it, once, whatever ends it; 2 and up correct it. */
    step: smallint('step').notNull(),
    at: instant('at').notNull(),

    operation: ascii('operation', 32),
    model: ascii('model', 48),
    priceVersion: ascii('price_version', 16),
    inputTokens: int('input_tokens'),
    /** Part of the input tokens. */
    cachedInputTokens: int('cached_input_tokens'),
    outputTokens: int('output_tokens'),
    /** Part of the output tokens. */
    reasoningTokens: int('reasoning_tokens'),
    /** What this entry holds, spends or frees; a correction carries the difference, which may be negative. */
    tokens: count('tokens').notNull(),
    costNanos: nanos('cost_nanos').notNull(),
    /** The provider did not say what was used: the amount is ours, and may be corrected. */
    isEstimated: boolean('is_estimated').notNull(),
    /** How the call ended; on a hold, the limit that soft limits let it go past. */
    outcome: ascii('outcome', 16),
    /** Who placed the hold, so that a retry of the same insert is told from another caller's replay. */
    claim: ascii('claim', 24),
    payloadHash: ascii('payload_hash', 24),
    expiresAt: instant('expires_at'),
    /** The windows that the call was admitted in, by their start: what it spends counts there. */
    admittedDay: instant('admitted_day'),
    admittedMonth: instant('admitted_month'),
    /** The user or process that asked for an adjustment or for new terms. */
    actor: id('actor'),
    terms: text('terms'),

    stateVersion: tinyint('state_version').notNull(),
    dayStart: instant('day_start').notNull(),
    dayEnd: instant('day_end').notNull(),
    dayTokens: count('day_tokens').notNull(),
    dayCostNanos: nanos('day_cost_nanos').notNull(),
    dayHeldTokens: count('day_held_tokens').notNull(),
    dayHeldCostNanos: nanos('day_held_cost_nanos').notNull(),
    monthStart: instant('month_start').notNull(),
    monthEnd: instant('month_end').notNull(),
    monthTokens: count('month_tokens').notNull(),
    monthCostNanos: nanos('month_cost_nanos').notNull(),
    monthHeldTokens: count('month_held_tokens').notNull(),
    monthHeldCostNanos: nanos('month_held_cost_nanos').notNull(),
    lifetimeTokens: count('lifetime_tokens').notNull(),
    lifetimeCostNanos: nanos('lifetime_cost_nanos').notNull(),
    lifetimeOperations: count('lifetime_operations').notNull(),
    /** The entry whose terms are in force. */
    termsSeq: bigint('terms_seq', { mode: 'number' }).notNull(),
    /** Open holds and the rest of the state, as JSON. Null on all but the last entry of one append. */
    carried: text('carried'),
    /** The thresholds of limits that this entry crossed, such as `tokensPerDay:80`. Null on nearly all entries. */
    crossed: ascii('crossed', 96),
    /** HMAC over this entry and its predecessor's mac. */
    mac: ascii('mac', 24).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.seq] }),
    unique('ledger_operation_step').on(table.userId, table.operationId, table.step),
    index('ledger_at').on(table.at),
  ],
);
