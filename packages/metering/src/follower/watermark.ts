import { watermarks, type Database } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';

/** What is looked through in order of time. */
export type WatermarkName = 'ledger' | 'results';

/**
 * Longer than any time between reading the database's clock and the commit of what was decided by it: an entry is at
 * the time that it was decided, and is seen only when it has landed.
 */
export const OVERLAP_MS = 120_000;

/** Up to when something was looked through; 1970 before it ever was. */
export async function readWatermark(db: Database, name: WatermarkName): Promise<number> {
  const [mark] = await db.select({ at: watermarks.at }).from(watermarks).where(eq(watermarks.name, name));
  return mark?.at.getTime() ?? 0;
}

export async function moveWatermark(db: Database, name: WatermarkName, to: number): Promise<void> {
  const at = new Date(to);
  await db.insert(watermarks).values({ name, at }).onDuplicateKeyUpdate({ set: { at } });
}
