import { LIMIT_TITLES, formatCount, formatMoney, formatPercent } from '@resumint/wording';
import type { Quote } from '../answers.ts';

/** The price tag of a call, before it is made. */
export function quoteLines({ expected, atMost, effects, ...quote }: Quote): string[] {
  return [
    `${quote.operation} with ${quote.model}, prices ${quote.priceVersion}. Nothing is spent by asking.`,
    `Expected  ${formatMoney(expected.costNanos)}, ${formatCount(expected.tokens)} tokens`,
    `At most   ${formatMoney(atMost.costNanos)}, ${formatCount(atMost.tokens)} tokens`,
    ...effects.map(
      ({ limit, percentBefore, percentExpected, percentAtMost }) =>
        `  ${LIMIT_TITLES[limit].padEnd(16)}  ${share(percentBefore)} → ${share(percentExpected)}, at most ${share(percentAtMost)}`,
    ),
  ];
}

/** A quote has its shares rounded alone: one of 0 may be less than a tenth of a percent. */
function share(percent: number): string {
  return formatPercent(percent, { isNothing: false }).padStart(6);
}
