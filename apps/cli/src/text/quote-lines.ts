import type { Quote } from '../answers.ts';
import { denialLines } from './denial-lines.ts';
import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';
import { LIMIT_TITLES } from './limit-names.ts';

/** The price tag of a call, before it is made. */
export function quoteLines({ expected, atMost, effects, denial, ...quote }: Quote): string[] {
  return [
    `${quote.operation} with ${quote.model}, prices ${quote.priceVersion}. Nothing is spent by asking.`,
    `Expected  ${formatMoney(expected.costNanos)}, ${formatCount(expected.tokens)} tokens`,
    `At most   ${formatMoney(atMost.costNanos)}, ${formatCount(atMost.tokens)} tokens`,
    ...effects.map(
      ({ limit, percentBefore, percentExpected, percentAtMost }) =>
        `  ${LIMIT_TITLES[limit].padEnd(17)} ${percentBefore} % → ${percentExpected} %, at most ${percentAtMost} %`,
    ),
    ...(denial ? ['', 'It would be refused now:', ...denialLines(denial)] : []),
  ];
}
