import type { Database } from '@resumint/drizzle';
import { createCombiner, type Combiner } from './combiner.ts';
import { importLedgerKey, type LedgerKey } from './ledger-key.ts';

/** Where streams are kept, and the key that chains them. */
export interface Ledger {
  db: Database;
  key: LedgerKey;
  /** Appends together what callers of this process want of one stream; null where each appends for itself. */
  combiner: Combiner | null;
}

export interface LedgerOptions {
  db: Database;
  secret: string;
  /** Only where requests may share work: on workerd a promise of another request never settles. */
  combine?: boolean;
}

export function createLedger({ db, secret, combine = false }: LedgerOptions): Ledger {
  const key = importLedgerKey(secret);
  return { db, key, combiner: combine ? createCombiner({ db, key }) : null };
}
