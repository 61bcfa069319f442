import { formatTick } from '@resumint/wording';
import type { Chart } from './chart.ts';
import classes from './chart-box.module.css';
import { bandOf, isDot, isLine, labelled } from './plot.ts';
import { toCoordinate, type Scale } from './scale.ts';
import { seriesColor } from './series-colors.ts';

interface StillChartProps {
  chart: Chart;
  scale: Scale;
}

/** The chart as the server draws it: a picture that needs no script, in the place of the one that answers. */
export function StillChart({ chart, scale }: StillChartProps) {
  const { points, series, limit, marked, unit } = chart;
  const y = (value: number) => 100 - ((value - scale.from) / (scale.to - scale.from)) * 100;
  const x = (index: number) => ((index + 0.5) / points.length) * 100;
  const band = bandOf(chart);
  const bounds = band?.flatMap((bound, index) => (bound ? [{ x: x(index), bound }] : [])) ?? [];
  return (
    <div className={classes['still']} aria-hidden>
      {scale.ticks.map((tick) => (
        <span key={tick} className={classes['tickY']} style={{ top: `${y(tick)}%` }}>
          {formatTick(tick, unit)}
        </span>
      ))}
      {labelled(points).map((index, place) => (
        <span
          key={index}
          className={`${classes['tickX']} ${place % 2 === 1 ? classes['minor'] : ''}`}
          style={{ insetInlineStart: `${x(index)}%` }}
        >
          {points[index]?.label}
        </span>
      ))}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        {scale.ticks.map((tick) => (
          <line key={tick} x1="0" x2="100" y1={y(tick)} y2={y(tick)} className={classes['grid']} />
        ))}
        {bounds.length > 0 && (
          <polygon
            points={[
              ...bounds.map((at) => `${at.x},${y(at.bound[1])}`),
              ...bounds.toReversed().map((at) => `${at.x},${y(at.bound[0])}`),
            ].join(' ')}
            fill={seriesColor(series.find(({ mark }) => mark === 'low')?.color ?? null)}
            className={classes['band']}
          />
        )}
        {points.map((_point, index) => (
          <StillBars key={index} {...{ chart, index, y }} />
        ))}
        {series.map((one, index) =>
          isLine(one) ? (
            <polyline
              key={one.name}
              points={points
                .flatMap(({ amounts }, at) => {
                  const amount = amounts[index] ?? null;
                  return amount === null ? [] : [`${x(at)},${y(toCoordinate(amount))}`];
                })
                // A line of one point has to go somewhere to be seen.
                .flatMap((at) => (isDot(points, index) ? [at, at] : [at]))
                .join(' ')}
              stroke={seriesColor(one.color)}
              className={classes[one.mark]}
            />
          ) : null,
        )}
        {marked && (
          <line x1={x(marked.index)} x2={x(marked.index)} y1="0" y2="100" className={classes['limit']} />
        )}
        {limit && (
          <line
            x1="0"
            x2="100"
            y1={y(toCoordinate(limit.amount))}
            y2={y(toCoordinate(limit.amount))}
            className={classes['limit']}
          />
        )}
      </svg>
    </div>
  );
}

/** The bars of one point, on top of each other: what is above nothing upwards, what is below it downwards. */
function StillBars({ chart, index, y }: { chart: Chart; index: number; y: (value: number) => number }) {
  const { points, series } = chart;
  const slot = 100 / points.length;
  let [above, below] = [0, 0];
  return series.map((one, place) => {
    const amount = toCoordinate(points[index]?.amounts[place] ?? 0n);
    if (one.mark !== 'bar' || amount === 0) return null;
    const from = amount > 0 ? above : below;
    const to = from + amount;
    if (amount > 0) above = to;
    else below = to;
    return (
      <rect
        key={one.name}
        x={index * slot + slot * 0.15}
        width={slot * 0.7}
        y={y(Math.max(from, to))}
        height={Math.abs(y(from) - y(to))}
        fill={seriesColor(one.color)}
      />
    );
  });
}
