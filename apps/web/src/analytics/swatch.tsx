import type { Series } from './chart.ts';
import classes from './swatch.module.css';
import { seriesColor } from './series-colors.ts';

/** How a series looks. */
export function Swatch({ series: { mark, color } }: { series: Pick<Series, 'mark' | 'color'> }) {
  return (
    <span
      aria-hidden
      className={`${classes['swatch']} ${classes[mark]}`}
      style={{ '--series-color': seriesColor(color) }}
    />
  );
}
