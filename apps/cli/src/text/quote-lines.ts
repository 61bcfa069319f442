import { LIMIT_TITLES, formatCount, formatMoney, formatPercent } from '@resumint/wording';
import type { Quote } from '../answers.ts';

/** The price tag of a call, before it is made. */
export function quoteLines({ expected, atMost, effects, exceeds, ...quote }: Quote): string[] {
  if (quote.answeredFrom) {
    return [`Free: ${quote.operation} is answered from your call ${quote.answeredFrom.operationId}.`];
  }
  return [
    `${quote.operation} with ${quote.model}, prices ${quote.priceVersion}. Nothing is spent by asking.`,
    `Expected  ${formatMoney(expected.costNanos)}, ${formatCount(expected.tokens)} tokens, ${basisOf(quote)}`,
    `At most   ${formatMoney(atMost.costNanos)}, ${formatCount(atMost.tokens)} tokens`,
    ...effects.map(
      ({ limit, percentBefore, percentExpected, percentAtMost }) =>
        `  ${LIMIT_TITLES[limit].padEnd(16)}  ${share(percentBefore)} → ${share(percentExpected)}, at most ${share(percentAtMost)}`,
    ),
    ...(exceeds
      ? [`It goes past your limit of ${LIMIT_TITLES[exceeds]}. It would be made: your limits only warn.`]
      : []),
  ];
}

function basisOf({ basis, n }: Pick<Quote, 'basis' | 'n'>): string {
  if (basis === 'estimate') return 'as such calls usually take';
  return n === 1
    ? 'as your last call of this kind took'
    : `as your last ${formatCount(n)} calls of this kind took`;
}

/** A quote has its shares rounded alone: one of 0 may be less than a tenth of a percent. */
function share(percent: number): string {
  return formatPercent(percent, { isNothing: false }).padStart(6);
}
