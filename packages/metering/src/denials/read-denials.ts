import { denials } from '@resumint/drizzle';
import { and, asc, desc, eq, gt, lt, or } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';

/** Which of a person's counts: of a day, by limit and operation. */
export interface DenialKey {
  dayStart: Date;
  limit: string;
  operation: string;
}

/** How often an operation was refused by a limit in a day. */
export interface DenialCount extends DenialKey {
  count: number;
  lastAt: Date;
}

export interface DenialPage {
  denials: DenialCount[];
  /** Where the next page goes on; null on the last. */
  nextCursor: DenialKey | null;
}

const COUNTED = {
  dayStart: denials.dayStart,
  limit: denials.limitName,
  operation: denials.operation,
  count: denials.count,
  lastAt: denials.lastAt,
};

/** A person's refused calls, the newest day first, a few seconds late. */
export async function readDenials(
  { db }: Ledger,
  userId: string,
  { limit, cursor }: { limit: number; cursor: DenialKey | null },
): Promise<DenialPage> {
  const rows = await db
    .select(COUNTED)
    .from(denials)
    .where(and(eq(denials.userId, userId), cursor ? isAfter(cursor) : undefined))
    .orderBy(desc(denials.dayStart), asc(denials.limitName), asc(denials.operation))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { denials: page, nextCursor: last ? keyOf(last) : null };
}

function keyOf({ dayStart, limit, operation }: DenialCount): DenialKey {
  return { dayStart, limit, operation };
}

function isAfter({ dayStart, limit, operation }: DenialKey) {
  return or(
    lt(denials.dayStart, dayStart),
    and(
      eq(denials.dayStart, dayStart),
      or(gt(denials.limitName, limit), and(eq(denials.limitName, limit), gt(denials.operation, operation))),
    ),
  );
}
