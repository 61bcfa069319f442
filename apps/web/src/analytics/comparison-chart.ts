import type { AnalyticsPlace } from './analytics-address.ts';
import type { Analytics } from './answers.ts';
import type { Chart } from './chart.ts';
import { amountIn } from './units.ts';
import { labelsOf } from './usage-chart.ts';

/** What was used since the period began, beside the period before: day by day, or month by month. */
export function comparisonChart(
  { compared }: Pick<Analytics, 'compared'>,
  { step, unit }: Pick<AnalyticsPlace, 'step' | 'unit'>,
): Chart {
  return {
    unit,
    axis: step === 'day' ? 'Up to the day' : 'Up to the month',
    series: [
      { name: 'This period', mark: 'line', color: 0 },
      { name: 'The one before', mark: 'dashed', color: null },
    ],
    points: compared.map(({ from, sum, previousFrom, previousSum }) => {
      const [now, before] = [from, previousFrom].map((date) => (date === null ? null : labelsOf(date, step)));
      return {
        label: now?.label ?? before?.label ?? '',
        title: [now?.title, before?.title].filter((title) => title !== undefined).join(' and '),
        total: null,
        amounts: [sum && amountIn(unit, sum), previousSum && amountIn(unit, previousSum)],
      };
    }),
    totals: null,
    limit: null,
    marked: null,
  };
}
