import { ledger as table } from '@resumint/drizzle';
import type { LedgerRow } from './rows.ts';

/** What of a head says where its stream stands. The other half of its columns says what happened. */
export const HEAD_COLUMNS = {
  userId: table.userId,
  seq: table.seq,
  kind: table.kind,
  at: table.at,
  stateVersion: table.stateVersion,
  dayStart: table.dayStart,
  dayEnd: table.dayEnd,
  dayTokens: table.dayTokens,
  dayCostNanos: table.dayCostNanos,
  dayHeldTokens: table.dayHeldTokens,
  dayHeldCostNanos: table.dayHeldCostNanos,
  monthStart: table.monthStart,
  monthEnd: table.monthEnd,
  monthTokens: table.monthTokens,
  monthCostNanos: table.monthCostNanos,
  monthHeldTokens: table.monthHeldTokens,
  monthHeldCostNanos: table.monthHeldCostNanos,
  lifetimeTokens: table.lifetimeTokens,
  lifetimeCostNanos: table.lifetimeCostNanos,
  lifetimeOperations: table.lifetimeOperations,
  termsSeq: table.termsSeq,
  carried: table.carried,
  crossed: table.crossed,
  mac: table.mac,
};

export type HeadRow = Pick<LedgerRow, keyof typeof HEAD_COLUMNS>;
