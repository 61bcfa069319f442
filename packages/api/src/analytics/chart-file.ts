import type { Cell } from '../activity/format-csv.ts';

/** What a chart shows, to the token and the nano-dollar. */
export interface ChartFile {
  titles: string[];
  rows: Cell[][];
}
