import type { Database } from '@resumint/drizzle';
import { sql } from 'drizzle-orm';

/** What `setClock` sends, which is not the product's. */
export const SET_CLOCK = 'set timestamp = ?';

/** Stops the clock of a database at a whole second, for the one connection of a pool of one over `mysql:`. */
export async function setClock(db: Database, at: number): Promise<void> {
  await db.execute(sql`set timestamp = ${at / 1_000}`);
}
