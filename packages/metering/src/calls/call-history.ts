import type { LedgerRow } from '../ledger/rows.ts';
import type { TokenCounts } from '../stream/fact.ts';
import type { PlannedCall } from './planned-call.ts';

/** What of a ledger entry tells how large a call became. */
export type HistoryRow = Pick<
  LedgerRow,
  | 'kind'
  | 'operationId'
  | 'step'
  | 'inputTokens'
  | 'cachedInputTokens'
  | 'outputTokens'
  | 'isEstimated'
  | 'outcome'
>;

/** What a person's completed calls of one operation and model were held for and came to, added up. */
export interface CallHistory {
  calls: number;
  heldInput: number;
  heldOutput: number;
  input: number;
  cachedInput: number;
  output: number;
}

/** Adds up calls whose hold and true usage are both among the entries; null where there is none. */
export function historyOf(rows: readonly HistoryRow[]): CallHistory | null {
  const sum: CallHistory = { calls: 0, heldInput: 0, heldOutput: 0, input: 0, cachedInput: 0, output: 0 };
  for (const entries of Map.groupBy(rows, ({ operationId }) => operationId).values()) {
    const hold = entries.find(({ kind }) => kind === 'hold');
    const ended = entries
      .filter(({ kind }) => kind === 'settle' || kind === 'correct')
      .sort((left, right) => right.step - left.step)[0];
    if (!hold || ended?.outcome !== 'completed' || ended.isEstimated) continue;
    sum.calls += 1;
    sum.heldInput += hold.inputTokens ?? 0;
    sum.heldOutput += hold.outputTokens ?? 0;
    sum.input += ended.inputTokens ?? 0;
    sum.cachedInput += ended.cachedInputTokens ?? 0;
    sum.output += ended.outputTokens ?? 0;
  }
  return sum.calls === 0 ? null : sum;
}

/**
 * What a call should come to, were it like those before: by how much of their hold they used, so that a long document
 * is expected to take more than a short one. Never more than is held.
 */
export function expectedTokens(call: PlannedCall, history: CallHistory): TokenCounts {
  const { maxOutputTokens } = call.request;
  const inputTokens = Math.min(call.inputTokens, scaled(call.inputTokens, history.input, history.heldInput));
  const cachedInputTokens = Math.floor((inputTokens * history.cachedInput) / Math.max(history.input, 1));
  const outputTokens = Math.min(maxOutputTokens, scaled(maxOutputTokens, history.output, history.heldOutput));
  return {
    inputTokens,
    cachedInputTokens: Math.min(cachedInputTokens, inputTokens),
    outputTokens,
    reasoningTokens: 0,
  };
}

function scaled(tokens: number, used: number, held: number): number {
  return held === 0 ? tokens : Math.ceil((tokens * used) / held);
}
