import { addTo, noSum, type Sum } from './sums.ts';
import type { Row } from './read-stream-rows.ts';

/** The entries of one call, as a stream has them. */
export interface OperationEntries {
  operationId: string;
  hold: Row;
  /** Entries that end it: there may be one. */
  ends: Row[];
  corrections: Row[];
  charged: Sum;
  /** The terms changed while it ran. */
  sawTermsChange: boolean;
}

export function beginOperation(hold: Row): OperationEntries {
  const { operationId } = hold;
  return { operationId, hold, ends: [], corrections: [], charged: noSum(), sawTermsChange: false };
}

export function addEntry(entries: OperationEntries, row: Row): void {
  if (row.kind === 'correct') entries.corrections.push(row);
  else entries.ends.push(row);
  addTo(entries.charged, amountOf(row));
}

/** What is known last: whether the charge is an estimate. */
export function isEstimated({ ends, corrections }: OperationEntries): boolean {
  return (corrections.at(-1) ?? ends.at(-1))?.isEstimated ?? false;
}

/** How it ended, in the ledger's words. */
export function describeEnd({ ends, corrections }: OperationEntries): string {
  return [...ends, ...corrections]
    .map(({ kind, outcome }) => [kind, outcome ?? []].flat().join(' '))
    .join(', ');
}

export function wasReleased({ ends }: OperationEntries): boolean {
  return ends.at(-1)?.kind === 'release';
}

export function amountOf({ tokens, costNanos }: Row): Sum {
  return { tokens, nanos: costNanos };
}
