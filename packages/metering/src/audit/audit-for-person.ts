import { ledger as table, streamPositions } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { desc, eq } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { auditStream } from './audit-stream.ts';
import type { StreamAudit } from './conclude-audit.ts';

/** How much is looked at: a glance that a page can wait for, what a person waits for, or all. */
export type AuditExtent = 'recent' | 'usual' | 'full';

const MOST_ENTRIES = { recent: 200, usual: 20_000, full: 200_000 } as const satisfies Record<
  AuditExtent,
  number
>;

/**
 * Audits a person's own stream with bounded work: from its first entry where it is short or all is asked for, else from
 * its checkpoint, or its last entries where that is further back. The answer says which.
 */
export async function auditForPerson(
  ledger: Ledger,
  userId: string,
  { extent = 'usual' }: { extent?: AuditExtent | undefined } = {},
): Promise<StreamAudit> {
  const [[head], [position]] = await Promise.all([
    ledger.db
      .select({ seq: table.seq })
      .from(table)
      .where(eq(table.userId, userId))
      .orderBy(desc(table.seq))
      .limit(1),
    ledger.db
      .select({ seq: streamPositions.seq })
      .from(streamPositions)
      .where(eq(streamPositions.userId, userId)),
  ]);
  const entries = head?.seq ?? 0;
  const most = MOST_ENTRIES[extent];
  if (entries <= most) return auditStream(ledger, userId, { from: 'start' });
  if (extent === 'full') {
    throw new AppError(
      'bad_input',
      `Your record has more than ${most} entries. An admin can audit it in full.`,
    );
  }
  const followed = position?.seq ?? 0;
  const isFollowed = entries - followed < most;
  return auditStream(ledger, userId, { from: isFollowed ? 'checkpoint' : { seq: entries - most + 1 } });
}
