import { ledger as table, ledgerNotes, operations } from '@resumint/drizzle';
import { and, desc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import { clock } from '../ledger/read-stream.ts';
import type { ActivityFilter, Ending } from './activity-filter.ts';

/** The filter with its days as instants: from the first on, and before the other. */
export interface InstantFilter extends Omit<ActivityFilter, 'from' | 'to'> {
  since: Date | null;
  until: Date | null;
}

export interface FoundEntry {
  seq: number;
  operationId: string;
  kind: 'hold' | 'adjust';
}

const end = alias(table, 'ending');

/**
 * The newest holds and adjustments within a stretch of the stream that match. Reads the primary key backwards, and no
 * entry outside the stretch but those that ended what is in it.
 */
export async function findEntries(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { filter, from, below, limit }: { filter: InstantFilter; from: number; below: number; limit: number },
): Promise<FoundEntry[]> {
  const { operation, model, ending, since, until, operationId, subjectIds } = filter;
  const rows = await db
    .select({ seq: table.seq, operationId: table.operationId, kind: table.kind })
    .from(table)
    .where(
      and(
        eq(table.userId, userId),
        gte(table.seq, from),
        lt(table.seq, below),
        inArray(table.kind, ending === null ? ['hold', 'adjust'] : [KINDS[ending]]),
        operation === null ? undefined : eq(table.operation, operation),
        model === null ? undefined : eq(table.model, model),
        since === null ? undefined : gte(table.at, since),
        until === null ? undefined : lt(table.at, until),
        operationId === null ? undefined : eq(table.operationId, operationId),
        subjectIds === null ? undefined : inArray(subjectOf({ db }, userId), [...subjectIds]),
        ending === null ? undefined : endedAs({ db }, userId, ending),
      ),
    )
    .orderBy(desc(table.seq))
    .limit(limit);
  return rows.flatMap(({ kind, ...row }) => (kind === 'hold' || kind === 'adjust' ? [{ kind, ...row }] : []));
}

const KINDS = {
  completed: 'hold',
  stopped: 'hold',
  lost: 'hold',
  unusable: 'hold',
  released: 'hold',
  expired: 'hold',
  running: 'hold',
  adjusted: 'adjust',
} as const satisfies Record<Ending, FoundEntry['kind']>;

/** Adjustments are found by their notes, which are few. */
function noted({ db }: Pick<Ledger, 'db'>, userId: string) {
  return db
    .select({ operationId: ledgerNotes.operationId })
    .from(ledgerNotes)
    .where(eq(ledgerNotes.userId, userId));
}

function endedAs(ledger: Pick<Ledger, 'db'>, userId: string, wanted: Ending) {
  const how = endOf(ledger, userId);
  switch (wanted) {
    case 'completed':
    case 'stopped':
    case 'lost':
    case 'unusable':
      return sql`${how} = ${wanted}`;
    case 'released':
      return sql`${how} = 'release'`;
    case 'expired':
      // A hold whose time is up counts as expired before its entry is written.
      return sql`coalesce(${how}, case when ${table.expiresAt} <= ${clock} then 'expire' end) = 'expire'`;
    case 'running':
      return and(gt(table.expiresAt, clock), isNull(how));
    case 'adjusted':
      return inArray(table.operationId, noted(ledger, userId));
  }
}

/**
 * How the operation of an entry ended, in one value that is looked up for that entry: as a join the servers would be
 * free to begin at the other table, which is as long as all that the person ever did.
 */
function endOf({ db }: Pick<Ledger, 'db'>, userId: string) {
  const how = db
    .select({ how: sql`case ${end.kind} when 'settle' then ${end.outcome} else ${end.kind} end` })
    .from(end)
    .where(and(eq(end.userId, userId), eq(end.operationId, table.operationId), eq(end.step, 1)));
  return sql<string | null>`(${how})`;
}

function subjectOf({ db }: Pick<Ledger, 'db'>, userId: string) {
  const subject = db
    .select({ subjectId: operations.subjectId })
    .from(operations)
    .where(and(eq(operations.userId, userId), eq(operations.operationId, table.operationId)));
  return sql<string | null>`(${subject})`;
}
