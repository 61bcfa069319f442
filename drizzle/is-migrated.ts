import { sql } from 'drizzle-orm';
import type { Database } from './connection.ts';
import journal from './migrations/meta/_journal.json' with { type: 'json' };

/** Whether a database has every migration of this code. Throws when it cannot be reached. */
export async function isMigrated(db: Database): Promise<boolean> {
  const newest = journal.entries.at(-1)?.when ?? 0;
  const [applied] = await db
    .select({ at: sql`max(created_at)`.mapWith(Number) })
    .from(sql`__drizzle_migrations`);
  return (applied?.at ?? 0) >= newest;
}
