import { inquiries, ledger as table, usageDaily, type Database } from '@resumint/drizzle';
import { desc, eq, getTableColumns, is, Placeholder, SQL } from 'drizzle-orm';
import type { Planted, PlantedInEffects, PlantedInEntries } from '../fleet/messages.ts';

type Row = typeof table.$inferInsert;
type InsertRows = (rows: Row[]) => Promise<unknown>;

/** A database on which writes go wrong in a chosen way, as if the product were wrong. */
export function plant(db: Database, planted: Planted): Database {
  switch (planted) {
    case 'none':
      return db;
    case 'usageTwice':
    case 'inquiryLost':
      return plantInEffects(db, planted);
    default:
      return plantInEntries(db, planted);
  }
}

function plantInEntries(db: Database, planted: PlantedInEntries): Database {
  const insert: InsertRows = (rows) => db.insert(table).values(rows);
  const write = WRITERS[planted];
  return withMethod(db, 'insert', (into: Into) =>
    into === table
      ? { values: (rows: Row[]) => writing(rows, (written) => write(written, { insert, db })) }
      : db.insert(into),
  );
}

type Into = Parameters<Database['insert']>[0];
type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What a follower makes of entries it writes in transactions, and nothing else does. */
function plantInEffects(db: Database, planted: PlantedInEffects): Database {
  return withMethod(db, 'transaction', (work: (tx: Transaction) => Promise<unknown>) =>
    db.transaction((tx) => work(plantInTransaction(tx, planted))),
  );
}

function plantInTransaction(tx: Transaction, planted: PlantedInEffects): Transaction {
  return withMethod(tx, 'insert', (into: Into) => {
    if (into === inquiries && planted === 'inquiryLost') return NOT_WRITTEN;
    if (into === usageDaily && planted === 'usageTwice') {
      return { values: (rows: UsageRow[]) => tx.insert(usageDaily).values(rows.map(twice)) };
    }
    return tx.insert(into);
  });
}

/** The same object, but for one of its methods. */
function withMethod<Target extends object, Given>(
  target: Target,
  name: keyof Target,
  method: (given: Given) => unknown,
): Target {
  return new Proxy(target, {
    get(_, property) {
      if (property === name) return method;
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

const NOT_WRITTEN = { values: () => ({ onDuplicateKeyUpdate: () => Promise.resolve() }) };

type UsageRow = typeof usageDaily.$inferInsert;

function twice(row: UsageRow): UsageRow {
  return { ...row, tokens: row.tokens * 2, costNanos: row.costNanos * 2n };
}

/** As Drizzle's insert is used: with rows, or prepared, with names in their place. */
function writing(rows: Row[], write: InsertRows): Promise<unknown> | { prepare: () => object } {
  const isPrepared = rows.some(({ seq }) => typeof seq !== 'number');
  if (!isPrepared) return write(rows);
  const execute = (values: Record<string, unknown>) => write(rows.map((row) => rowOf(row, values)));
  return { prepare: () => ({ execute }) };
}

/** The row of a prepared statement with values in place of its placeholders. */
function rowOf(row: Row, values: Record<string, unknown>): Row {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => {
    const value = values[placeholderIn(Reflect.get(row, name))];
    return [name, value === null ? null : column.mapFromDriverValue(value)];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- there is one for each column of the table
  return Object.fromEntries(columns) as Row;
}

function placeholderIn(value: unknown): string {
  const placeholder = is(value, SQL) ? value.queryChunks.find((chunk) => is(chunk, Placeholder)) : undefined;
  if (!is(placeholder, Placeholder)) throw new TypeError('a column of a prepared row has no placeholder');
  return placeholder.name;
}

type Writer = (rows: Row[], to: { insert: InsertRows; db: Database }) => Promise<unknown>;

const WRITERS: Record<PlantedInEntries, Writer> = {
  /** A sequence that is taken is no reason to decide again: the rows go to the next one that is free. */
  async sequenceUnchecked(rows, { insert, db }) {
    try {
      await insert(rows);
    } catch {
      const after = await headSeq(db, rows);
      await insert(rows.map((row, index) => ({ ...row, seq: after + 1 + index })));
    }
  },
  /** A settlement is added up once more, in an entry of its own. */
  async settledTwice(rows, { insert }) {
    const last = rows.at(-1);
    await insert(last?.kind === 'settle' ? [...rows, again(last)] : rows);
  },
  /** Holds are said to be stored, and are not. */
  async holdLost(rows, { insert }) {
    if (rows.every(({ kind }) => kind !== 'hold')) await insert(rows);
  },
  /** What was spent is given back. */
  async releasedInstead(rows, { insert }) {
    await insert(rows.map((row) => (row.kind === 'settle' ? released(row) : row)));
  },
  /** A threshold that was crossed is told of once more by each entry after it. */
  async alertTwice(rows, { insert }) {
    await insert(rows.map((row) => (row.kind === 'settle' ? { ...row, crossed: 'tokensPerDay:50' } : row)));
  },
};

function again(row: Row): Row {
  const { tokens, costNanos } = row;
  return {
    ...row,
    seq: row.seq + 1,
    step: 2,
    dayTokens: row.dayTokens + tokens,
    dayCostNanos: row.dayCostNanos + costNanos,
    monthTokens: row.monthTokens + tokens,
    monthCostNanos: row.monthCostNanos + costNanos,
    lifetimeTokens: row.lifetimeTokens + tokens,
    lifetimeCostNanos: row.lifetimeCostNanos + costNanos,
  };
}

function released(row: Row): Row {
  const { tokens, costNanos } = row;
  return {
    ...row,
    kind: 'release',
    outcome: 'failed',
    tokens: 0,
    costNanos: 0n,
    dayTokens: row.dayTokens - tokens,
    dayCostNanos: row.dayCostNanos - costNanos,
    monthTokens: row.monthTokens - tokens,
    monthCostNanos: row.monthCostNanos - costNanos,
    lifetimeTokens: row.lifetimeTokens - tokens,
    lifetimeCostNanos: row.lifetimeCostNanos - costNanos,
  };
}

async function headSeq(db: Database, [row]: Row[]): Promise<number> {
  const [head] = await db
    .select({ seq: table.seq })
    .from(table)
    .where(eq(table.userId, row?.userId ?? ''))
    .orderBy(desc(table.seq))
    .limit(1);
  return head?.seq ?? 0;
}
