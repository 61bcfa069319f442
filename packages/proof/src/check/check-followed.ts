import { alerts, inquiries, ledger as table, usageDaily } from '@resumint/drizzle';
import type { Ledger } from '@resumint/metering';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Findings } from './findings.ts';
import { isEstimated, type OperationEntries } from './operation-entries.ts';

/**
 * What followers made of a stream: an alert for each threshold that an entry tells of, once, one more for the reset of a
 * limit that it used up, and a roll-up that adds up to the head.
 */
export async function checkFollowed(ledger: Ledger, userId: string, findings: Findings): Promise<void> {
  const [told, expected] = await Promise.all([readAlerts(ledger, userId), readCrossings(ledger, userId)]);
  const complain = (breach: 'duplicateAlerts' | 'missedAlerts', names: string[], detail: string) => {
    for (const name of names) findings.add({ breach, userId, detail: `${detail}: ${name}` });
  };
  const more = told.filter((name, index) => !expected.includes(name) || told.indexOf(name) < index);
  complain('duplicateAlerts', more, 'an alert that no entry tells of');
  complain(
    'missedAlerts',
    expected.filter((name) => !told.includes(name)),
    'an entry without its alert',
  );
  const [rolledUp, head] = await Promise.all([readRollUp(ledger, userId), readHead(ledger, userId)]);
  if (rolledUp !== head) {
    findings.add({
      breach: 'brokenStreams',
      userId,
      detail: `the roll-up says ${rolledUp}, the head ${head}`,
    });
  }
}

/** The provider is asked about every call that is charged by estimate, and about no other. */
export async function checkInquiries(
  { db }: Ledger,
  {
    userId,
    operations,
    findings,
  }: { userId: string; operations: Iterable<OperationEntries>; findings: Findings },
): Promise<void> {
  const rows = await db
    .select({ operationId: inquiries.operationId })
    .from(inquiries)
    .where(eq(inquiries.userId, userId));
  const asked = new Set(rows.map(({ operationId }) => operationId));
  for (const operation of operations) {
    const { operationId } = operation;
    const isAsked = asked.delete(operationId);
    if (isAsked === isEstimated(operation)) continue;
    const detail = isAsked ? 'is asked about, and no estimate' : 'is an estimate that nobody asks about';
    findings.add({ breach: 'brokenStreams', userId, operationId, detail });
  }
  for (const operationId of asked) {
    findings.add({ breach: 'brokenStreams', userId, operationId, detail: 'is asked about, and not there' });
  }
}

async function readAlerts({ db }: Ledger, userId: string): Promise<string[]> {
  const rows = await db.select().from(alerts).where(eq(alerts.userId, userId));
  return rows.map(({ seq, limitName, percent }) => `${seq} ${limitName}:${percent}`);
}

async function readCrossings({ db }: Ledger, userId: string): Promise<string[]> {
  const rows = await db
    .select({ seq: table.seq, crossed: table.crossed })
    .from(table)
    .where(and(eq(table.userId, userId), isNotNull(table.crossed)));
  return rows.flatMap(({ seq, crossed }) =>
    (crossed ?? '').split(' ').flatMap((name) => withReset(name).map((told) => `${seq} ${told}`)),
  );
}

/** What is used up is told of again when its window ends: as the share 0 of its limit. */
function withReset(name: string): string[] {
  const [limit = '', percent] = name.split(':');
  return percent === '100' ? [name, `${limit}:0`] : [name];
}

async function readRollUp({ db }: Ledger, userId: string): Promise<string> {
  const [sum] = await db
    .select({
      tokens: sql<string>`coalesce(sum(${usageDaily.tokens}), 0)`,
      nanos: sql<string>`coalesce(sum(${usageDaily.costNanos}), 0)`,
    })
    .from(usageDaily)
    .where(eq(usageDaily.userId, userId));
  return `${Number(sum?.tokens)} tokens, ${BigInt(sum?.nanos ?? 0)} nano-dollars`;
}

async function readHead({ db }: Ledger, userId: string): Promise<string> {
  const [head] = await db
    .select({ tokens: table.lifetimeTokens, nanos: table.lifetimeCostNanos })
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(1);
  return `${head?.tokens} tokens, ${head?.nanos} nano-dollars`;
}
