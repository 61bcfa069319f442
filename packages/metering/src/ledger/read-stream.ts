import { ledger as table, type Database } from '@resumint/drizzle';
import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/mysql-core';
import type { Fact } from '../stream/fact.ts';
import type { State } from '../stream/state.ts';
import { buildOnce } from './build-once.ts';
import type { Ledger } from './ledger.ts';
import { HEAD_COLUMNS, type HeadRow } from './head-columns.ts';
import { toFact, toState } from './read-rows.ts';
import { sideBySide } from './side-by-side.ts';

/** A stream at one moment. */
export interface Stream {
  head: State;
  headMac: string;
  /** The entries of each operation that was asked for, by step. */
  facts: Map<string, Fact[]>;
  clock: number;
}

/** The database's time, as `parseClock` reads it. */
export const clock = sql<string>`utc_timestamp(3)`;
const inForce = alias(table, 'in_force');

/** Whose stream, and which of its operations. */
export interface Sought {
  userId: string;
  operationIds: readonly string[];
}

/**
 * Reads a stream's head, the terms in force, the entries of some operations and the database's clock in one statement,
 * and so at one moment. Null when the stream was never opened.
 */
export async function readStream(
  ledger: Pick<Ledger, 'db'>,
  userId: string,
  operationIds: readonly string[],
): Promise<Stream | null> {
  const [open] = await readStreams(ledger, [{ userId, operationIds }]);
  return open?.() ?? null;
}

/**
 * Reads streams of different people as `readStream` does, all in one statement. Each is decoded when it is opened, so
 * that one which cannot be fails by itself.
 */
export async function readStreams(
  { db }: Pick<Ledger, 'db'>,
  sought: readonly Sought[],
): Promise<(() => Stream | null)[]> {
  const values = valuesFor(sought);
  const size = sizeFor(sought);
  if (size === 0) {
    const heads = await headsFor(db, sought.length).execute(values);
    return sought.map(({ userId }) => () => {
      const head = heads.find((row) => row.userId === userId);
      return head ? toStream(head, new Map()) : null;
    });
  }
  const rows = await statementFor(db, { people: sought.length, operations: size }).execute(values);
  return sought.map(({ userId, operationIds }) => () => {
    const own = rows.filter((row) => row.userId === userId);
    const head = own.find(({ part }) => part === 'head');
    return head ? toStream(head, factsOf(own, operationIds)) : null;
  });
}

interface ReadHead extends HeadRow {
  termsInForce: string | null;
  clock: string;
}

function toStream(head: ReadHead, facts: Map<string, Fact[]>): Stream {
  return {
    head: toState(head, { ...head, terms: head.termsInForce }),
    headMac: head.mac,
    facts,
    clock: parseClock(head.clock),
  };
}

type StreamRow = Awaited<ReturnType<ReturnType<typeof prepareRead>['execute']>>[number];

function factsOf(rows: readonly StreamRow[], operationIds: readonly string[]): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>(operationIds.map((operationId) => [operationId, []]));
  const entries = rows.filter(({ part }) => part === 'operation');
  for (const row of entries.sort((left, right) => left.step - right.step)) {
    facts.get(row.operationId)?.push(toFact(row));
  }
  return facts;
}

const SIZES = [0, 1, 4, 16, 64];

/** More operations than this take more than one read. */
export const MOST_OPERATIONS_READ = 64;

/** How much a statement reads: of how many people, and for how many operations of each there is room. */
interface Extent {
  people: number;
  operations: number;
}

const headsFor = buildOnce(prepareHeads, (people) => people);
const statementFor = buildOnce(prepareRead, ({ people, operations }) => `${people} of ${operations}`);

/** For how many operations of each person there is room. */
function sizeFor(sought: readonly Sought[]): number {
  const most = Math.max(...sought.map(({ operationIds }) => operationIds.length));
  const size = SIZES.find((candidate) => candidate >= most);
  if (size === undefined) throw new RangeError(`at most ${MOST_OPERATIONS_READ} operations are read at once`);
  return size;
}

/** Those that are not needed name no operation. */
function valuesFor(sought: readonly Sought[]): Record<string, string> {
  const size = sizeFor(sought);
  const values: Record<string, string> = {};
  for (const [person, { userId, operationIds }] of sought.entries()) {
    values[userPlace(person)] = userId;
    for (let index = 0; index < size; index += 1) {
      values[operationPlace(person, index)] = operationIds[index] ?? '';
    }
  }
  return values;
}

const userPlace = (person: number) => `user${person}`;
const operationPlace = (person: number, index: number) => `operation${person}_${index}`;

function prepareHeads(db: Database, people: number) {
  const [first, second, ...others] = numbered(people).map((person) => selectHead(db, person, HEAD_COLUMNS));
  if (!first) throw new RangeError('a read is of somebody');
  return second ? unionAll(first, sideBySide(second, others)).prepare() : first.prepare();
}

/** The head of each person's stream, and the entries of so many operations of it. */
function prepareRead(db: Database, { people, operations }: Extent) {
  const [first, second, ...others] = numbered(people).flatMap((person) => [
    selectHead(db, person, getTableColumns(table)),
    selectOperations(db, person, operations),
  ]);
  if (!first || !second) throw new RangeError('a read is of somebody');
  return unionAll(first, sideBySide(second, others)).prepare();
}

/** The head of one person's stream, with the terms in force. */
function selectHead<Columns extends typeof HEAD_COLUMNS>(db: Database, person: number, columns: Columns) {
  const userId = sql.placeholder(userPlace(person));
  const termsInForce = db
    .select({ terms: inForce.terms })
    .from(inForce)
    .where(and(eq(inForce.userId, userId), eq(inForce.seq, table.termsSeq)));
  return db
    .select({
      part: sql<'head' | 'operation'>`'head'`.as('part'),
      termsInForce: sql<string | null>`${termsInForce}`.as('terms_in_force'),
      clock: clock.as('clock'),
      ...columns,
    })
    .from(table)
    .where(eq(table.userId, userId))
    .orderBy(desc(table.seq))
    .limit(1);
}

function selectOperations(db: Database, person: number, operations: number) {
  const operationIds = numbered(operations).map((index) => sql.placeholder(operationPlace(person, index)));
  return db
    .select({
      part: sql<'head' | 'operation'>`'operation'`.as('part'),
      termsInForce: sql<string | null>`null`.as('terms_in_force'),
      clock: clock.as('clock'),
      ...getTableColumns(table),
    })
    .from(table)
    .where(
      and(eq(table.userId, sql.placeholder(userPlace(person))), inArray(table.operationId, operationIds)),
    );
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The database's time, in epoch milliseconds: the one clock that all processes share. */
export async function readClock({ db }: Pick<Ledger, 'db'>): Promise<number> {
  const [row] = await db.select({ clock }).from(sql`dual`);
  return parseClock(row?.clock ?? '');
}

/** Both drivers hand a computed time over as text without a zone; it is UTC. */
export function parseClock(text: string): number {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) throw new TypeError('the database answered no readable time');
  return at;
}
