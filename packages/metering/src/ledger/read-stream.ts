import { ledger as table, type Database } from '@resumint/drizzle';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/mysql-core';
import type { StreamView } from '../stream/decision.ts';
import type { Ledger } from './ledger.ts';
import { toFact, toState } from './read-rows.ts';

export interface Stream extends StreamView {
  headMac: string;
}

/** The database's time, as `parseClock` reads it. */
export const clock = sql<string>`utc_timestamp(3)`;
const newest = alias(table, 'newest');

/**
 * Reads a stream's head, the terms in force, the entries of one operation and the database's clock in one
 * statement, and so at one moment. Null when the stream was never opened.
 */
export async function readStream(
  { db }: Ledger,
  userId: string,
  operationId: string,
): Promise<Stream | null> {
  const rows = await statementFor(db).execute({ userId, operationId });
  const head = rows.find(({ part }) => part === 'head');
  const terms = rows.find(({ part }) => part === 'terms');
  if (!head || !terms) return null;
  const earlier = rows
    .filter(({ part }) => part === 'operation')
    .sort((left, right) => left.step - right.step);
  return {
    head: toState(head, terms),
    headMac: head.mac,
    earlier: earlier.map(toFact),
    clock: parseClock(head.clock),
  };
}

/** Building the statement costs more than the rest of a read, so it is built once for each connection. */
const statements = new WeakMap<Database, ReturnType<typeof prepareRead>>();

function statementFor(db: Database): ReturnType<typeof prepareRead> {
  const known = statements.get(db) ?? prepareRead(db);
  statements.set(db, known);
  return known;
}

function prepareRead(db: Database) {
  const userId = sql.placeholder('userId');
  const columns = (part: 'head' | 'terms' | 'operation') => ({
    part: sql<string>`${sql.raw(`'${part}'`)}`.as('part'),
    clock: clock.as('clock'),
    ...getTableColumns(table),
  });
  const head = db
    .select(columns('head'))
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(1);
  const termsSeq = db
    .select({ seq: newest.termsSeq })
    .from(newest)
    .where(eq(newest.userId, userId))
    .orderBy(desc(newest.seq))
    .limit(1);
  const terms = db
    .select(columns('terms'))
    .from(table)
    .where(and(eq(table.userId, userId), eq(table.seq, termsSeq)));
  const operation = db
    .select(columns('operation'))
    .from(table)
    .where(and(eq(table.userId, userId), eq(table.operationId, sql.placeholder('operationId'))));
  return unionAll(head, terms, operation).prepare();
}

/** The database's time, in epoch milliseconds: the one clock that all processes share. */
export async function readClock({ db }: Ledger): Promise<number> {
  const [row] = await db.select({ clock }).from(sql`dual`);
  return parseClock(row?.clock ?? '');
}

/** Both drivers hand a computed time over as text without a zone; it is UTC. */
export function parseClock(text: string): number {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) throw new TypeError('the database answered no readable time');
  return at;
}
