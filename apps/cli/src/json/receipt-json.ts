import type { CallReceipt, Receipt } from '../answers.ts';
import { windowJson } from './window-json.ts';

/**
 * A receipt as programs read it. Cached tokens are part of input and reasoning tokens part of output; classes are null
 * where only the total is known, as of a call that still runs or expired.
 */
export function receiptJson(receipt: Receipt) {
  const { tokens, charged, held, overrun } = receipt;
  return {
    operationId: receipt.operationId,
    operation: receipt.operation,
    model: receipt.model,
    priceVersion: receipt.priceVersion,
    status: receipt.status,
    outcome: receipt.outcome,
    tokens: {
      input: tokens?.inputTokens ?? null,
      cachedInput: tokens?.cachedInputTokens ?? null,
      output: tokens?.outputTokens ?? null,
      reasoning: tokens?.reasoningTokens ?? null,
      total: charged.tokens,
    },
    costNanos: charged.costNanos,
    held: { tokens: held.tokens, costNanos: held.costNanos },
    overrun: { tokens: overrun.tokens, costNanos: overrun.costNanos },
    exceeded: receipt.exceeded,
    isEstimated: receipt.isEstimated,
    isCorrected: receipt.isCorrected,
    startedAt: receipt.startedAt,
    endedAt: receipt.endedAt,
  };
}

/** The receipt that comes with an answer: also both windows as they stood right after. */
export function callReceiptJson(receipt: CallReceipt) {
  const { day, month } = receipt.windowsAfter;
  return {
    ...receiptJson(receipt),
    answeredFrom: receipt.answeredFrom,
    day: windowJson(day),
    month: windowJson(month),
  };
}
