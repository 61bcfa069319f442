import type { AnalyticsPlace } from './analytics-address.ts';
import type { Denied } from './answers.ts';
import type { Chart } from './chart.ts';
import { limitTitle } from './limit-title.ts';
import { labelsOf } from './usage-chart.ts';

/** Calls that were refused, by day or month and by the limit that refused them. */
export function deniedChart(
  { limits, buckets, total }: Denied,
  { step }: Pick<AnalyticsPlace, 'step'>,
): Chart {
  return {
    unit: 'calls',
    axis: step === 'day' ? 'Day' : 'Month',
    series: limits.map(({ name }, index) => ({ name: limitTitle(name), mark: 'bar', color: index })),
    points: buckets.map(({ from, parts, ...bucket }) => ({
      ...labelsOf(from, step),
      total: BigInt(bucket.total),
      amounts: limits.map((_limit, index) => {
        const part = parts.find(({ limit }) => limit === index);
        return part ? BigInt(part.count) : null;
      }),
    })),
    totals: { amounts: limits.map((limit) => BigInt(limit.total)), total: BigInt(total) },
    limit: null,
    marked: null,
  };
}
