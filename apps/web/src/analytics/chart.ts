import type { Unit } from './units.ts';

/** How a series is drawn. `low` and `high` are the bounds of a band. */
export type Mark = 'bar' | 'line' | 'dashed' | 'low' | 'high';

export interface Series {
  name: string;
  mark: Mark;
  /** Its place in the colors of series; null for what is drawn in gray. */
  color: number | null;
}

export interface Point {
  /** Below the axis, short. */
  label: string;
  /** In the table and in a tip. */
  title: string;
  /** One for each series; null where it has none. */
  amounts: (bigint | null)[];
  /** What they come to together, as it was counted; null where that is nothing to know. */
  total: bigint | null;
}

/** What a chart shows, exactly: drawn, as a table, and in words. */
export interface Chart {
  unit: Unit;
  /** What the points are, at the head of the table. */
  axis: string;
  series: Series[];
  points: Point[];
  /** The last row of the table, where what the points come to is something to know. */
  totals: Pick<Point, 'amounts' | 'total'> | null;
  limit: { name: string; amount: bigint } | null;
  /** A point that something is to be said of. */
  marked: { index: number; name: string } | null;
}
