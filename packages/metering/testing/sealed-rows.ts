import { FIRST_PREDECESSOR } from '../src/ledger/open-stream.ts';
import { toRows, type LedgerRow } from '../src/ledger/rows.ts';
import { importLedgerKey } from '../src/ledger/ledger-key.ts';
import { seal } from '../src/ledger/seal.ts';
import type { MemoryStream } from './memory-stream.ts';

export const testKey = importLedgerKey('a secret of the tests, of 32 letters');

/** A stream's rows as a ledger would hold them. */
export function sealedRows({ batches }: MemoryStream, userId = 'usr_1'): LedgerRow[] {
  return seal(
    batches.flatMap((batch) => toRows(userId, batch)),
    FIRST_PREDECESSOR,
    testKey,
  );
}
