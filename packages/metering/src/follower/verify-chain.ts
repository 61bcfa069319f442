import type { LedgerRow } from '../ledger/rows.ts';
import type { LedgerKey } from '../ledger/ledger-key.ts';
import { macOf } from '../ledger/seal.ts';
import { BrokenStreamError } from './broken-stream-error.ts';
import type { Position } from './position.ts';

/** Throws a `BrokenStreamError` at the first row that does not follow what is before it. */
export function verifyChain(rows: LedgerRow[], from: Position, key: LedgerKey): void {
  let { seq, mac } = from;
  for (const row of rows) {
    const { userId } = row;
    seq += 1;
    if (row.seq !== seq) throw new BrokenStreamError({ userId, seq, problem: 'missing' });
    if (macOf(row, mac, key) !== row.mac) {
      throw new BrokenStreamError({ userId, seq, problem: 'forged' });
    }
    mac = row.mac;
  }
}
