import { ledger as table } from '@resumint/drizzle';
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';

export interface MonthUsage {
  startsAt: Date;
  tokens: number;
  costNanos: bigint;
  operations: number;
}

const MOST_MONTHS = 24;

/** Months that have ended, newest first, each with what the calls admitted in it have used. */
export async function readPastMonths({ db }: Ledger, userId: string, before: Date): Promise<MonthUsage[]> {
  const months = await db
    .select({
      startsAt: table.admittedMonth,
      tokens: sql`sum(${table.tokens})`.mapWith(Number),
      costNanos: sql`sum(${table.costNanos})`.mapWith(BigInt),
      operations: sql`sum(${table.kind} in ('settle', 'expire'))`.mapWith(Number),
    })
    .from(table)
    .where(
      and(
        eq(table.userId, userId),
        inArray(table.kind, ['settle', 'expire', 'correct']),
        lt(table.admittedMonth, before),
      ),
    )
    .groupBy(table.admittedMonth)
    .orderBy(desc(table.admittedMonth))
    .limit(MOST_MONTHS);
  return months.flatMap(({ startsAt, ...used }) => (startsAt ? [{ startsAt, ...used }] : []));
}
