import { ledger as table, type Database } from '@resumint/drizzle';
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import { buildOnce } from './build-once.ts';
import type { LedgerRow } from './rows.ts';

/** One statement, so all rows land or none. */
export async function insertRows(db: Database, rows: LedgerRow[]): Promise<void> {
  const isUsual = rows.length <= MOST_PREPARED_ROWS || rows.length === HISTORY_ROWS;
  if (isUsual) await statementFor(db, rows.length).execute(driverValues(rows));
  else await db.insert(table).values(rows);
}

/** More rows than this are sent as a statement that is built for them. */
export const MOST_PREPARED_ROWS = 32;
/** What a history is written in. */
export const HISTORY_ROWS = 256;
const COLUMNS = Object.entries(getTableColumns(table));
const statementFor = buildOnce(prepareInsert, (rows) => rows);

function prepareInsert(db: Database, rows: number) {
  return db
    .insert(table)
    .values(Array.from({ length: rows }, (_, row) => placeholderRow(row)))
    .prepare();
}

/** Within `sql`, since a bare placeholder is encoded by its column, and columns do not take null. */
function placeholderRow(row: number): Record<keyof LedgerRow, SQL> {
  const placeholders = COLUMNS.map(([name], at) => [name, sql`${sql.placeholder(String(placeOf(row, at)))}`]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- there is one for each column of the table
  return Object.fromEntries(placeholders) as Record<keyof LedgerRow, SQL>;
}

/** What the value of a column of a row is called in the statement: whole numbers make a fast object of the values. */
function placeOf(row: number, column: number): number {
  return row * COLUMNS.length + column;
}

function driverValues(rows: LedgerRow[]): Record<string, unknown> {
  const values: Record<number, unknown> = {};
  /** By their time: rows of one moment name the same few windows again and again. */
  const instants = new Map<number, unknown>();
  for (const [row, cells] of rows.entries()) {
    for (const [at, [name, column]] of COLUMNS.entries()) {
      const value: unknown = Reflect.get(cells, name);
      values[placeOf(row, at)] =
        value instanceof Date ? instantFor(value, column) : driverValue(value, column);
    }
  }
  return values;

  function instantFor(value: Date, column: (typeof COLUMNS)[number][1]): unknown {
    const known = instants.get(value.getTime());
    if (known !== undefined) return known;
    const told = driverValue(value, column);
    instants.set(value.getTime(), told);
    return told;
  }
}

function driverValue(value: unknown, column: (typeof COLUMNS)[number][1]): unknown {
  return value === null ? null : column.mapToDriverValue(value);
}
