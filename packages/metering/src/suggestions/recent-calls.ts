import type { LedgerRow } from '../ledger/rows.ts';

/** What of a ledger entry says what a call asked for and came to. */
export type RecentRow = Pick<
  LedgerRow,
  | 'kind'
  | 'operationId'
  | 'step'
  | 'at'
  | 'operation'
  | 'model'
  | 'priceVersion'
  | 'inputTokens'
  | 'outputTokens'
  | 'costNanos'
  | 'isEstimated'
  | 'outcome'
  | 'payloadHash'
>;

/** A completed call of which the provider said what it used. */
export interface RecentCall {
  at: number;
  operation: string;
  model: string;
  priceVersion: string;
  payloadHash: string;
  heldInputTokens: number;
  heldOutputTokens: number;
  outputTokens: number;
  costNanos: bigint;
}

/** The completed calls among entries, the oldest first. One whose hold is not among them is left out. */
export function recentCalls(rows: readonly RecentRow[]): RecentCall[] {
  return [...Map.groupBy(rows, ({ operationId }) => operationId).values()]
    .flatMap((entries) => callOf(entries) ?? [])
    .sort((left, right) => left.at - right.at);
}

function callOf(entries: readonly RecentRow[]): RecentCall | null {
  const hold = entries.find(({ kind }) => kind === 'hold');
  const ends = entries.filter(({ step }) => step > 0).toSorted((left, right) => left.step - right.step);
  const last = ends.at(-1);
  if (!hold || last?.outcome !== 'completed' || last.isEstimated) return null;
  return {
    at: hold.at.getTime(),
    operation: hold.operation ?? '',
    model: hold.model ?? '',
    priceVersion: hold.priceVersion ?? '',
    payloadHash: hold.payloadHash ?? '',
    heldInputTokens: hold.inputTokens ?? 0,
    heldOutputTokens: hold.outputTokens ?? 0,
    outputTokens: last.outputTokens ?? 0,
    costNanos: ends.reduce((sum, { costNanos }) => sum + costNanos, 0n),
  };
}
