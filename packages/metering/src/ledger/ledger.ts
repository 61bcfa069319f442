import type { Database } from '@resumint/drizzle';
import { importLedgerKey } from './seal.ts';

/** Where streams are kept, and the key that chains them. */
export interface Ledger {
  db: Database;
  key: CryptoKey;
}

export async function createLedger({ db, secret }: { db: Database; secret: string }): Promise<Ledger> {
  return { db, key: await importLedgerKey(secret) };
}
