import { formatDay, formatMonth, formatShortDay } from '@resumint/wording';
import type { AnalyticsPlace } from './analytics-address.ts';
import type { Analytics, Step } from './answers.ts';
import type { Chart } from './chart.ts';
import { groupName } from './group-names.ts';
import { amountIn } from './units.ts';

/** Usage by day or month, told apart by group. */
export function usageChart(
  { groups, buckets, undated, total }: Pick<Analytics, 'groups' | 'buckets' | 'undated' | 'total'>,
  { step, grouping, unit }: Pick<AnalyticsPlace, 'step' | 'grouping' | 'unit'>,
): Chart {
  const amountsOf = (parts: Analytics['undated']) =>
    groups.map((_group, index) => {
      const part = parts.find(({ group }) => group === index);
      return part ? amountIn(unit, part) : null;
    });
  const ofNoDay = { label: '', title: 'Of no single day', amounts: amountsOf(undated), total: null };
  return {
    unit,
    axis: step === 'day' ? 'Day' : 'Month',
    series: groups.map(({ name }, index) => ({ name: groupName(grouping, name), mark: 'bar', color: index })),
    points: [
      ...buckets.map((bucket) => ({
        ...labelsOf(bucket.from, step),
        amounts: amountsOf(bucket.parts),
        total: amountIn(unit, bucket.total),
      })),
      ...(undated.length > 0 ? [ofNoDay] : []),
    ],
    totals: {
      amounts: groups.map((group) => amountIn(unit, group.total)),
      total: amountIn(unit, total),
    },
    limit: null,
    marked: null,
  };
}

export function labelsOf(from: string, step: Step): { label: string; title: string } {
  return step === 'day'
    ? { label: formatShortDay(from), title: formatDay(from) }
    : { label: formatMonth(from), title: formatMonth(from) };
}
