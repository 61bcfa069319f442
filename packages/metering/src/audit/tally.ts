import type { LedgerRow } from '../ledger/rows.ts';
import { add, NOTHING, type Amount } from '../stream/state.ts';

/** What the entries that were looked at add up to. */
export interface Tally {
  entries: number;
  /** Calls that were admitted. Each has a receipt. */
  receipts: number;
  /** What those and earlier receipts were charged by these entries. */
  charged: Amount;
  /** What admins added, or gave back. */
  adjusted: Amount;
}

export const EMPTY_TALLY: Tally = { entries: 0, receipts: 0, charged: NOTHING, adjusted: NOTHING };

export function count(tally: Tally, row: LedgerRow): Tally {
  const counted = { ...tally, entries: tally.entries + 1 };
  switch (row.kind) {
    case 'hold':
      return { ...counted, receipts: tally.receipts + 1 };
    case 'settle':
    case 'expire':
    case 'correct':
      return { ...counted, charged: add(tally.charged, row) };
    case 'adjust':
      return { ...counted, adjusted: add(tally.adjusted, row) };
    case 'open':
    case 'release':
    case 'terms':
    case 'void':
      return counted;
    default:
      return unknownKind(row.kind, counted);
  }
}

/** What a database holds may be none of these, whatever its type says. */
function unknownKind(_: never, counted: Tally): Tally {
  return counted;
}
