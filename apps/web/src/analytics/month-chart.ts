import { dayIn, formatDay, formatShortDay, formatTime, LIMIT_TITLES } from '@resumint/wording';
import type { Analytics, Forecast } from './answers.ts';
import type { Chart, Point, Series } from './chart.ts';
import { amountIn, type Unit } from './units.ts';

/** What months have a limit of. */
export type LimitedUnit = Exclude<Unit, 'calls'>;

/** What was used of the running month, against its limit, and where the forecast sees it go. */
export function monthChart(
  { compared, zone }: Pick<Analytics, 'compared' | 'zone'>,
  { forecast, limit, unit }: { forecast: Forecast; limit: bigint | null; unit: LimitedUnit },
): Chart {
  const path = forecast.kind === 'forecast' ? forecast.path : [];
  const none = path.length === 0 ? [] : EXPECTED.map(() => null);
  const soFar: Point[] = compared.flatMap(({ from, sum }) =>
    from === null || sum === null
      ? []
      : [{ ...labels(from), amounts: [amountIn(unit, sum), ...none], total: null }],
  );
  const days = new Map(soFar.map((point) => [point.title, point]));
  for (const { at, ...expected } of path) {
    // What is used up to the end of a day is that day's.
    const point = labels(dayIn(zone, new Date(at.getTime() - 1)));
    const { low, expected: middle, high } = expected[unit];
    const amounts = [days.get(point.title)?.amounts[0] ?? null, middle, low, high];
    days.set(point.title, { ...point, amounts, total: null });
  }
  const points = [...days.values()];
  const used: Series = { name: 'Used', mark: 'line', color: 0 };
  return {
    unit,
    axis: 'Up to the day',
    series: path.length === 0 ? [used] : [used, ...EXPECTED],
    points,
    totals: null,
    limit: limit === null ? null : { name: `Limit of ${LIMIT_TITLES[LIMITS[unit]]}`, amount: limit },
    marked: markOf(points, forecast, unit),
  };
}

const EXPECTED: Series[] = [
  { name: 'Expected', mark: 'dashed', color: 1 },
  { name: 'At least', mark: 'low', color: 1 },
  { name: 'At most', mark: 'high', color: 1 },
];

/** The day on which the limit is expected to be reached, or could be at the earliest. */
function markOf(points: readonly Point[], forecast: Forecast, unit: LimitedUnit): Chart['marked'] {
  if (forecast.kind !== 'forecast') return null;
  const { reachedAt, earliestAt } = forecast.month[unit];
  const at = reachedAt ?? earliestAt;
  if (!at) return null;
  const { title } = labels(dayIn(forecast.zone, at));
  const index = points.findIndex((point) => point.title === title);
  const when = formatTime(at, forecast.zone);
  const name = reachedAt ? `At the limit ${when}` : `At the limit ${when} at the earliest`;
  return index === -1 ? null : { index, name };
}

const LIMITS = { cost: 'costPerMonth', tokens: 'tokensPerMonth' } as const satisfies Record<
  LimitedUnit,
  keyof typeof LIMIT_TITLES
>;

function labels(day: string): Pick<Point, 'label' | 'title'> {
  return { label: formatShortDay(day), title: formatDay(day) };
}
