import { advance, transact, type Ledger } from '@resumint/metering';

const WITHIN_MS = 4_000;

/** Writes what has fallen due in a stream. Safe beside others that do the same. */
export function sweep(ledger: Ledger, userId: string): Promise<number> {
  return transact(ledger, { userId, operationId: 'sweep', withinMs: WITHIN_MS }, ({ head, clock }) => {
    const { entries } = advance(head, clock);
    return { entries, outcome: entries.length };
  });
}
