import { ledger as table, type Database } from '@resumint/drizzle';
import { and, asc, eq, gt } from 'drizzle-orm';

export type Row = typeof table.$inferSelect;

const ROWS_PER_READ = 1_000;

/** The rows of one stream in order, in pieces, so that a long one does not fill the memory. */
export async function* readStreamRows(db: Database, userId: string): AsyncGenerator<Row> {
  for (let after = -1; ;) {
    const rows = await db
      .select()
      .from(table)
      .where(and(eq(table.userId, userId), gt(table.seq, after)))
      .orderBy(asc(table.seq))
      .limit(ROWS_PER_READ);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_READ) return;
    after = last.seq;
  }
}
