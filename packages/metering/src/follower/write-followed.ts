import {
  alerts,
  inquiries,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
  type Database,
} from '@resumint/drizzle';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { MySqlColumn } from 'drizzle-orm/mysql-core';
import { countDimensions } from '../usage/count-dimensions.ts';
import { countMonths } from '../usage/count-months.ts';
import type { QuarterRow } from '../usage/count-quarters.ts';
import type { UsageRow } from '../usage/count-usage.ts';
import type { NewAlert } from './alerts-of.ts';
import type { InquiriesOf } from './inquiries-of.ts';
import { movePosition, type NewPosition, type Position } from './position.ts';
import { INQUIRY_PAUSES_MS, nextTryAt } from './retry-pauses.ts';

export interface Followed {
  userId: string;
  from: Position;
  to: NewPosition;
  usage: UsageRow[];
  quarters: QuarterRow[];
  alerts: NewAlert[];
  inquiries: InquiriesOf;
}

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * Writes what entries lead to, in one transaction on the rows of one person. The position is first: it makes a second
 * follower wait, who then finds it moved and writes nothing, which is told by false.
 */
export function writeFollowed(db: Database, followed: Followed): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { userId, from, to } = followed;
    if (!(await movePosition(tx, userId, { from, to }))) return false;
    await addUsage(tx, userId, followed.usage);
    await addDimensions(tx, userId, followed.usage);
    await addMonths(tx, userId, followed.usage);
    await addQuarters(tx, userId, followed.quarters);
    if (followed.alerts.length > 0) await tx.insert(alerts).values(followed.alerts);
    await changeInquiries(tx, userId, followed.inquiries);
    return true;
  });
}

async function addUsage(tx: Transaction, userId: string, rows: UsageRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(usageDaily)
    .values(rows.map((row) => ({ userId, ...row })))
    .onDuplicateKeyUpdate({ set: ADDED });
}

const COUNTS = [
  'calls',
  'inputTokens',
  'cachedInputTokens',
  'outputTokens',
  'reasoningTokens',
  'tokens',
  'costNanos',
] as const satisfies (keyof UsageRow)[];

const ADDED: Record<string, SQL> = Object.fromEntries(
  COUNTS.map((count) => [count, added(usageDaily[count])]),
);

/** `values()` is the one form of this that both MySQL and MariaDB know. */
function added(column: MySqlColumn): SQL {
  return sql`${column} + values(${column})`;
}

async function addDimensions(tx: Transaction, userId: string, usage: UsageRow[]): Promise<void> {
  const rows = countDimensions(usage);
  if (rows.length === 0) return;
  await tx
    .insert(usageDimensions)
    .values(rows.map((row) => ({ userId, ...row })))
    .onDuplicateKeyUpdate({
      set: {
        calls: added(usageDimensions.calls),
        notMade: added(usageDimensions.notMade),
        tokens: added(usageDimensions.tokens),
        costNanos: added(usageDimensions.costNanos),
      },
    });
}

async function addMonths(tx: Transaction, userId: string, usage: UsageRow[]): Promise<void> {
  const months = countMonths(usage);
  if (months.length === 0) return;
  await tx
    .insert(usageMonths)
    .values(months.map((month) => ({ userId, ...month })))
    .onDuplicateKeyUpdate({
      set: {
        operations: added(usageMonths.operations),
        tokens: added(usageMonths.tokens),
        costNanos: added(usageMonths.costNanos),
      },
    });
}

async function addQuarters(tx: Transaction, userId: string, rows: QuarterRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(usageQuarters)
    .values(rows.map((row) => ({ userId, ...row })))
    .onDuplicateKeyUpdate({
      set: {
        calls: added(usageQuarters.calls),
        tokens: added(usageQuarters.tokens),
        costNanos: added(usageQuarters.costNanos),
      },
    });
}

async function changeInquiries(
  tx: Transaction,
  userId: string,
  { opened, closed }: InquiriesOf,
): Promise<void> {
  if (opened.length > 0) {
    const rows = opened.map(({ operationId, at }) => ({
      userId,
      operationId,
      tries: 0,
      dueAt: nextTryAt(INQUIRY_PAUSES_MS, { tries: 0, now: at }),
    }));
    // One that is there already goes on as it is.
    const same = sql`${inquiries.operationId}`;
    await tx
      .insert(inquiries)
      .values(rows)
      .onDuplicateKeyUpdate({ set: { operationId: same } });
  }
  if (closed.length > 0) {
    await tx
      .delete(inquiries)
      .where(and(eq(inquiries.userId, userId), inArray(inquiries.operationId, closed)));
  }
}
