import { ledger as table, streamPositions, tombstones } from '@resumint/drizzle';
import { asc, eq, gt } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { auditStream, type AuditFrom } from './audit-stream.ts';
import type { StreamAudit } from './conclude-audit.ts';

export interface AuditOfUser extends StreamAudit {
  userId: string;
}

/**
 * Audits every stream, one after the other, also those of which nothing but the checkpoint is left. Finds each by the
 * one before, along primary keys. People who were erased or are being erased have none.
 */
export async function* auditAll(
  ledger: Ledger,
  { from = 'start' }: { from?: Extract<AuditFrom, string> } = {},
): AsyncGenerator<AuditOfUser> {
  for (let userId = await userAfter(ledger, ''); userId !== null; userId = await userAfter(ledger, userId)) {
    const audit = await auditStream(ledger, userId, { from });
    // Looked at afterwards: an erasure that runs beside an audit looks like a loss to it.
    if (!(await isErased(ledger, userId))) yield { userId, ...audit };
  }
}

async function userAfter({ db }: Ledger, userId: string): Promise<string | null> {
  const [[streamed], [followed]] = await Promise.all([
    db
      .select({ userId: table.userId })
      .from(table)
      .where(gt(table.userId, userId))
      .orderBy(asc(table.userId))
      .limit(1),
    db
      .select({ userId: streamPositions.userId })
      .from(streamPositions)
      .where(gt(streamPositions.userId, userId))
      .orderBy(asc(streamPositions.userId))
      .limit(1),
  ]);
  const [next] = [streamed, followed].flatMap((user) => user?.userId ?? []).toSorted();
  return next ?? null;
}

async function isErased({ db }: Ledger, userId: string): Promise<boolean> {
  const erased = await db
    .select({ userId: tombstones.userId })
    .from(tombstones)
    .where(eq(tombstones.userId, userId));
  return erased.length > 0;
}
