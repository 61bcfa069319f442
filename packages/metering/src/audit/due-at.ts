import { decodeCarried } from '../ledger/carried.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { add, NOTHING, type Amount } from '../stream/state.ts';

/** What the open holds of a head come to whose time is up: they count as expired before their entries are written. */
export function dueAt(
  head: Pick<LedgerRow, 'carried' | 'at'>,
  clock: number,
): Amount & { operations: number } {
  const now = Math.max(clock, head.at.getTime());
  const due = (head.carried === null ? [] : decodeCarried(head.carried).open).filter(
    ({ expiresAt }) => expiresAt <= now,
  );
  return { ...due.reduce<Amount>(add, NOTHING), operations: due.length };
}
