import { readAnalytics, readForecast, readSummary, type Ledger } from '@resumint/metering';
import type { Cell } from '../activity/format-csv.ts';
import { localTime } from '../activity/local-time.ts';
import { toDollars } from '../activity/to-dollars.ts';
import type { ChartFile } from './chart-file.ts';

const BOUNDS = ['low', 'expected', 'high'] as const;
const USED = ['tokens', 'cost_usd', 'cost_nanos'].map((title) => `${title}_so_far`);
const EXPECTED = BOUNDS.flatMap((bound) => USED.map((title) => `${bound}_${title}`));
const LIMITS = ['tokens_limit', 'cost_usd_limit', 'cost_nanos_limit'];

/** The running month as far as it was used, then as far as it is forecast, beside its limits. */
export async function readMonthFile(ledger: Ledger, userId: string): Promise<ChartFile> {
  const [{ compared, zone }, forecast, { month }] = await Promise.all([
    readAnalytics(ledger, userId, { period: 'thisMonth', step: 'day', grouping: 'operation' }),
    readForecast(ledger, userId),
    readSummary(ledger, userId),
  ]);
  const limits = cellsOf(month.tokens.limit, month.cost.limit);
  const used = compared.flatMap(({ from, sum }) =>
    from === null || sum === null
      ? []
      : [[from, ...cellsOf(sum.tokens, sum.costNanos), ...EXPECTED.map(() => null), ...limits]],
  );
  const path = forecast.kind === 'forecast' ? forecast.path : [];
  const expected = path.map(({ at, tokens, cost }) => [
    // What is used up to the end of a day is that day's.
    localTime(new Date(at.getTime() - 1), zone).slice(0, 10),
    ...USED.map(() => null),
    ...BOUNDS.flatMap((bound) => cellsOf(tokens[bound], cost[bound])),
    ...limits,
  ]);
  return { titles: [`day (${zone})`, ...USED, ...EXPECTED, ...LIMITS], rows: [...used, ...expected] };
}

function cellsOf(tokens: number | bigint | null, costNanos: bigint | null): Cell[] {
  return [tokens, costNanos === null ? null : toDollars(costNanos), costNanos];
}
