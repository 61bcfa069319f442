import type { Chart } from './chart.ts';
import classes from './chart-table.module.css';
import { formatCell } from './format-cell.ts';

interface ChartTableProps {
  /** What the table is of. */
  name: string;
  chart: Chart;
}

/** A chart to the token and the nano-dollar. Opens without a script. */
export function ChartTable({ name, chart }: ChartTableProps) {
  const { axis, series, points, totals, unit } = chart;
  const hasTotal = series.length > 1 && points.some(({ total }) => total !== null);
  return (
    <details className={classes['details']}>
      <summary>Show as a table</summary>
      <div className={classes['scroll']} role="region" aria-label={`${name} as a table`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{axis}</th>
              {series.map((one) => (
                <th key={one.name} scope="col">
                  {one.name}
                </th>
              ))}
              {hasTotal && <th scope="col">Total</th>}
            </tr>
          </thead>
          <tbody>
            {points.map(({ title, amounts, total }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {amounts.map((amount, index) => (
                  <td key={index}>{formatCell(amount, unit)}</td>
                ))}
                {hasTotal && <td>{formatCell(total, unit)}</td>}
              </tr>
            ))}
          </tbody>
          {totals && (
            <tfoot>
              <tr>
                <th scope="row">Total</th>
                {totals.amounts.map((amount, index) => (
                  <td key={index}>{formatCell(amount, unit)}</td>
                ))}
                {hasTotal && <td>{formatCell(totals.total, unit)}</td>}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </details>
  );
}
