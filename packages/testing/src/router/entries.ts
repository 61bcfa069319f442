import { ledger, type Database } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';

/** A person's ledger from its first entry on. */
export function entriesOf(db: Database, userId: string) {
  return db.select().from(ledger).where(eq(ledger.userId, userId)).orderBy(ledger.seq);
}

export async function kindsOf(db: Database, userId: string): Promise<string[]> {
  return (await entriesOf(db, userId)).map(({ kind }) => kind);
}

/** The one hold of a person who made one call. */
export async function holdOf(db: Database, userId: string) {
  const [hold] = (await entriesOf(db, userId)).filter(({ kind }) => kind === 'hold');
  if (!hold) throw new Error('nothing was held');
  return hold;
}
