import {
  readAnalytics,
  readDenied,
  readHours,
  type AnalyticsQuery,
  type CountedPart,
  type Ledger,
} from '@resumint/metering';
import type { Cell } from '../activity/format-csv.ts';
import { toDollars } from '../activity/to-dollars.ts';
import type { ChartFile } from './chart-file.ts';
import { readMonthFile } from './month-file.ts';

type ReadFile = (ledger: Ledger, userId: string, query: AnalyticsQuery) => Promise<ChartFile>;

const HOURS_DAYS = 30;
const COUNTED = ['calls', 'calls_not_made', 'tokens', 'cost_usd', 'cost_nanos'];

/** The charts, each as the rows of a file. Days and months are those of the person's zone, which the titles name. */
export const CHART_FILES = {
  async usage(ledger, userId, query) {
    const { zone, groups, buckets, undated } = await readAnalytics(ledger, userId, query);
    const rowOf = (from: string | null, { group, ...counted }: CountedPart) => [
      from,
      groups[group]?.name ?? null,
      ...cellsOf(counted),
    ];
    return {
      titles: [`${query.step} (${zone})`, query.grouping, ...COUNTED],
      rows: [
        ...buckets.flatMap(({ from, parts }) => parts.map((part) => rowOf(from, part))),
        ...undated.map((part) => rowOf(null, part)),
      ],
    };
  },

  async comparison(ledger, userId, query) {
    const { zone, compared } = await readAnalytics(ledger, userId, query);
    const soFar = COUNTED.map((title) => `${title}_so_far`);
    return {
      titles: [
        `${query.step} (${zone})`,
        ...soFar,
        `previous_${query.step}`,
        ...soFar.map((title) => `previous_${title}`),
      ],
      rows: compared.map(({ from, sum, previousFrom, previousSum }) => [
        from,
        ...cellsOf(sum),
        previousFrom,
        ...cellsOf(previousSum),
      ]),
    };
  },

  month: readMonthFile,

  async hours(ledger, userId) {
    const { zone, hours } = await readHours(ledger, userId, { days: HOURS_DAYS });
    return {
      titles: [`hour (${zone})`, 'calls', 'tokens', 'cost_usd', 'cost_nanos'],
      rows: hours.map(({ hour, calls, tokens, costNanos }) => [
        hour,
        calls,
        tokens,
        toDollars(costNanos),
        costNanos,
      ]),
    };
  },

  async denied(ledger, userId, query) {
    const { zone, limits, buckets } = await readDenied(ledger, userId, query);
    return {
      titles: [`${query.step} (${zone})`, 'limit', 'refused_calls'],
      rows: buckets.flatMap(({ from, parts }) =>
        parts.map(({ limit, count }) => [from, limits[limit]?.name ?? null, count]),
      ),
    };
  },
} as const satisfies Record<string, ReadFile>;

export type ChartName = keyof typeof CHART_FILES;

function cellsOf(counted: Omit<CountedPart, 'group'> | null): Cell[] {
  if (!counted) return COUNTED.map(() => null);
  const { calls, notMade, tokens, costNanos } = counted;
  return [calls, notMade, tokens, toDollars(costNanos), costNanos];
}
