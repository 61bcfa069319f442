import type { alerts } from '@resumint/drizzle';
import { decodeCrossed } from '../ledger/crossed.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { effectiveLimits } from '../terms/effective-limits.ts';
import { WINDOW_LIMITS, type WindowLimit } from '../terms/limits.ts';
import type { Terms } from '../terms/terms.ts';

export type NewAlert = typeof alerts.$inferInsert;

/** The share of a limit from which on it is used up. */
const USED_UP_PERCENT = 100;

/** What a reset has in place of a threshold. */
export const RESET_PERCENT = 0;

/**
 * One alert for each threshold that an entry crossed, with what the entry left. Where that used a limit up, one more for
 * the end of the window, which is known already: it is written now and told then. `termsAt` gives terms by their entry.
 */
export function alertsOf(rows: readonly LedgerRow[], termsAt: (seq: number) => Terms): NewAlert[] {
  return rows.flatMap((row) =>
    decodeCrossed(row.crossed).flatMap(({ limit, percent }) => {
      const standing = {
        ...standingOf(row, limit),
        // A limit that is unlimited or nothing is never crossed.
        allowed: effectiveLimits(termsAt(row.termsSeq))[limit].value ?? 0n,
      };
      const crossing = alertAt(row, { ...standing, limitName: limit, percent, at: row.at });
      if (percent < USED_UP_PERCENT) return [crossing];
      const reset = { ...standing, limitName: limit, percent: RESET_PERCENT, at: standing.resetsAt };
      return [crossing, alertAt(row, reset)];
    }),
  );
}

type Told = Pick<NewAlert, 'limitName' | 'percent' | 'at' | 'used' | 'allowed' | 'resetsAt'>;

function alertAt({ userId, seq }: LedgerRow, told: Told): NewAlert {
  return { userId, seq, ...told, readAt: null, mail: 'pending', mailTries: 0, mailDueAt: told.at };
}

function standingOf(row: LedgerRow, limit: WindowLimit): { used: bigint; resetsAt: Date } {
  const { window, unit } = WINDOW_LIMITS[limit];
  const [tokens, costNanos, resetsAt] =
    window === 'day'
      ? [row.dayTokens, row.dayCostNanos, row.dayEnd]
      : [row.monthTokens, row.monthCostNanos, row.monthEnd];
  return { used: unit === 'tokens' ? BigInt(tokens) : costNanos, resetsAt };
}
