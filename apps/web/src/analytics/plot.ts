import type { Chart, Point, Series } from './chart.ts';
import { toCoordinate } from './scale.ts';

/** How far the drawing area is from the edges of its box, for the still picture and the live one alike. */
export const PLOT = { height: 264, top: 8, right: 20, bottom: 26, left: 64 } as const;

const MOST_LABELS = 7;

/** The points that have a label below the axis: few enough to be read, at even distances. */
export function labelled(points: readonly Point[]): number[] {
  const every = Math.max(1, Math.ceil(points.length / MOST_LABELS));
  return points.flatMap((_point, index) => (index % every === 0 ? [index] : []));
}

/** What is drawn of a band at each point: from its lower bound to its upper one. */
export function bandOf({
  series,
  points,
}: Pick<Chart, 'series' | 'points'>): ([number, number] | null)[] | null {
  const low = series.findIndex(({ mark }) => mark === 'low');
  const high = series.findIndex(({ mark }) => mark === 'high');
  if (low === -1 || high === -1) return null;
  return points.map(({ amounts }) => {
    const [from, to] = [amounts[low] ?? null, amounts[high] ?? null];
    return from === null || to === null ? null : [toCoordinate(from), toCoordinate(to)];
  });
}

/** Whether a line is a single point, which would not be seen. */
export function isDot(points: readonly Point[], index: number): boolean {
  return points.filter(({ amounts }) => (amounts[index] ?? null) !== null).length === 1;
}

export function isLine({ mark }: Series): boolean {
  return mark === 'line' || mark === 'dashed';
}
