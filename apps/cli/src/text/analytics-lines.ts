import { describeComparison, formatCount, formatDay, formatMoney, formatMonth } from '@resumint/wording';
import type { Analytics } from '../answers.ts';
import { formatTable } from './format-table.ts';

type Counted = Analytics['total'];

const COUNTED = [
  { title: 'Calls', align: 'right' },
  { title: 'Tokens', align: 'right' },
  { title: 'Cost', align: 'right' },
] as const;

/** The totals of the groups, and those of each day or month with anything in it. */
export function analyticsLines(
  usage: Analytics,
  { step, grouping }: { step: 'day' | 'month'; grouping: string },
): string[] {
  const { total, previousTotal, groups, buckets, zone } = usage;
  const sentence = describeComparison({
    ...usage,
    unit: 'cost',
    total: total.costNanos,
    previousTotal: previousTotal.costNanos,
  });
  if (groups.length === 0) return [`Days are those of ${zone}.`, '', sentence];
  const used = buckets.filter((bucket) => bucket.parts.length > 0);
  const nameOf = step === 'day' ? formatDay : formatMonth;
  return [
    `Days are those of ${zone}.`,
    '',
    sentence,
    '',
    ...formatTable(
      [{ title: grouping }, ...COUNTED, { title: 'Cost before', align: 'right' }],
      groups.map((group) => [
        group.name,
        ...cellsOf(group.total),
        formatMoney(group.previousTotal.costNanos),
      ]),
    ),
    '',
    ...formatTable(
      [{ title: step }, ...COUNTED],
      used.map((bucket) => [nameOf(bucket.from), ...cellsOf(bucket.total)]),
    ),
  ];
}

function cellsOf({ calls, tokens, costNanos }: Counted): string[] {
  return [formatCount(calls), formatCount(tokens), formatMoney(costNanos)];
}
