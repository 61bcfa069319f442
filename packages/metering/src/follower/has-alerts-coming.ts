import { ledger as table, streamPositions } from '@resumint/drizzle';
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';

/** Whether an entry has crossed a threshold that no follower has come to yet: its alert is written soon. */
export async function hasAlertsComing({ db }: Pick<Ledger, 'db'>, userId: string): Promise<boolean> {
  const position = db
    .select({ seq: streamPositions.seq })
    .from(streamPositions)
    .where(eq(streamPositions.userId, userId));
  const coming = await db
    .select({ seq: table.seq })
    .from(table)
    .where(
      and(eq(table.userId, userId), gt(table.seq, sql`coalesce((${position}), 0)`), isNotNull(table.crossed)),
    )
    .limit(1);
  return coming.length > 0;
}
