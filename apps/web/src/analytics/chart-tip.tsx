import type { Chart, Point } from './chart.ts';
import classes from './chart-box.module.css';
import { formatCell } from './format-cell.ts';
import { Swatch } from './swatch.tsx';

/** What one point of a chart says. */
export function ChartTip({ chart, point }: { chart: Chart; point: Point }) {
  const rows = chart.series.flatMap((series, index) => {
    const amount = point.amounts[index] ?? null;
    return amount === null ? [] : [{ series, amount }];
  });
  return (
    <div className={classes['tip']}>
      <strong>{point.title}</strong>
      {rows.length === 0 && <span>Nothing</span>}
      <dl>
        {rows.map(({ series, amount }) => (
          <div key={series.name}>
            <dt>
              <Swatch series={series} /> {series.name}
            </dt>
            <dd className="number">{formatCell(amount, chart.unit)}</dd>
          </div>
        ))}
        {rows.length > 1 && point.total !== null && (
          <div>
            <dt>Total</dt>
            <dd className="number">{formatCell(point.total, chart.unit)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
