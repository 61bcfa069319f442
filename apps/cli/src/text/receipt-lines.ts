import { LIMIT_TITLES, formatAmount, formatCount, formatMoney, formatTime } from '@resumint/wording';
import type { CallReceipt, Receipt, WindowUsage } from '../answers.ts';

/** What a call was charged, and by what. */
export function receiptLines(receipt: Receipt): string[] {
  const { charged, tokens, held, overrun } = receipt;
  return [
    `Receipt  ${receipt.operationId}, ${receipt.operation} with ${receipt.model}, prices ${receipt.priceVersion}`,
    `Charged  ${formatMoney(charged.costNanos)} for ${formatCount(charged.tokens)} tokens${noteOf(receipt)}`,
    ...(tokens
      ? [
          `Tokens   ${formatCount(tokens.inputTokens)} in (${formatCount(tokens.cachedInputTokens)} cached), ` +
            `${formatCount(tokens.outputTokens)} out (${formatCount(tokens.reasoningTokens)} reasoning)`,
        ]
      : []),
    `Held     at most ${formatMoney(held.costNanos)} and ${formatCount(held.tokens)} tokens ${holdNoteOf(receipt)}`,
    ...(overrun.tokens > 0 || overrun.costNanos > 0n
      ? [
          `Note     the provider counted ${formatCount(overrun.tokens)} tokens and ${formatMoney(overrun.costNanos)} more than was held`,
        ]
      : []),
    ...(receipt.exceeded
      ? [`Note     it went past your limit of ${LIMIT_TITLES[receipt.exceeded]}, which only warns`]
      : []),
  ];
}

export function callReceiptLines(receipt: CallReceipt, zone: string): string[] {
  const { windowsAfter, answeredFrom } = receipt;
  const { day, month } = windowsAfter;
  const lines = answeredFrom ? answeredLines(answeredFrom, zone) : receiptLines(receipt);
  return [...lines, windowLine('Day', day, zone), windowLine('Month', month, zone)];
}

function answeredLines(
  { operationId, startedAt }: NonNullable<CallReceipt['answeredFrom']>,
  zone: string,
): string[] {
  return [
    `Answered from your call of ${formatTime(startedAt, zone)}, ${operationId}`,
    'Charged  nothing: no model was called. "--fresh" calls one.',
  ];
}

function windowLine(title: string, { tokens, cost, resetsAt }: WindowUsage, zone: string): string {
  const left = `${formatAmount(tokens.remaining, 'tokens')} tokens and ${formatAmount(cost.remaining, 'nanos', 'down')} left`;
  return `${title.padEnd(9)}${left}, resets ${formatTime(resetsAt, zone)}`;
}

function noteOf({ status, isEstimated }: Pick<Receipt, 'status' | 'isEstimated'>): string {
  if (status === 'held') return ' so far: the call still runs';
  return isEstimated ? ', an estimate until the provider reports the true usage' : '';
}

function holdNoteOf({ status, charged, held }: Receipt): string {
  if (status === 'held') return 'until it ends';
  const hasRest = charged.costNanos < held.costNanos || charged.tokens < held.tokens;
  return hasRest ? 'while it ran; the rest was given back' : 'while it ran';
}
