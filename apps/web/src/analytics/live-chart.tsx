'use client';

import { formatTick } from '@resumint/wording';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Chart } from './chart.ts';
import classes from './chart-box.module.css';
import { ChartTip } from './chart-tip.tsx';
import { bandOf, isDot, isLine, labelled, PLOT } from './plot.ts';
import { toCoordinate, type Scale } from './scale.ts';
import { seriesColor } from './series-colors.ts';

interface LiveChartProps {
  label: string;
  chart: Chart;
  scale: Scale;
}

/** The chart that answers to pointer and arrow keys. Loaded when it is about to be seen. */
export default function LiveChart({ label, chart, scale }: LiveChartProps) {
  const { points, series, limit, marked, unit } = chart;
  const band = bandOf(chart);
  const ticks = labelled(points);
  const data = points.map(({ amounts }, index) => ({
    index,
    band: band?.[index] ?? null,
    amounts: amounts.map((amount) => (amount === null ? null : toCoordinate(amount))),
  }));
  type Datum = (typeof data)[number];
  const amountAt = (index: number) => (datum: Datum) => datum.amounts[index] ?? null;
  return (
    <ResponsiveContainer
      width="100%"
      height={PLOT.height}
      initialDimension={{ width: 1, height: PLOT.height }}
    >
      <ComposedChart
        data={data}
        accessibilityLayer
        aria-label={label}
        stackOffset="sign"
        barCategoryGap="15%"
        margin={{ top: PLOT.top, right: PLOT.right, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} className={classes['grid'] ?? ''} />
        <XAxis
          dataKey="index"
          scale="band"
          ticks={ticks}
          interval={0}
          height={PLOT.bottom}
          tickLine={false}
          axisLine={false}
          tick={({ x, y, payload }) => {
            const index = Number(payload.value);
            const isMinor = ticks.indexOf(index) % 2 === 1;
            return (
              <text
                x={x}
                y={Number(y) + 10}
                textAnchor="middle"
                className={`${classes['text']} ${isMinor ? classes['minor'] : ''}`}
              >
                {points[index]?.label}
              </text>
            );
          }}
        />
        <YAxis
          width={PLOT.left}
          domain={[scale.from, scale.to]}
          ticks={scale.ticks}
          interval={0}
          tickLine={false}
          axisLine={false}
          tick={({ x, y, payload }) => (
            <text x={x} y={Number(y) + 4} textAnchor="end" className={classes['text'] ?? ''}>
              {formatTick(Number(payload.value), unit)}
            </text>
          )}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--surface-track)', fillOpacity: 0.5, stroke: 'var(--mantine-color-dimmed)' }}
          content={({ active, activeIndex }) => {
            const point = active ? points[Number(activeIndex)] : undefined;
            return point && <ChartTip chart={chart} point={point} />;
          }}
        />
        {band && (
          <Area
            dataKey="band"
            stroke="none"
            fill={seriesColor(series.find(({ mark }) => mark === 'low')?.color ?? null)}
            className={classes['band'] ?? ''}
            fillOpacity={1}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        {series.map((one, index) =>
          one.mark === 'bar' ? (
            <Bar
              key={one.name}
              name={one.name}
              dataKey={amountAt(index)}
              stackId="all"
              fill={seriesColor(one.color)}
              isAnimationActive={false}
            />
          ) : isLine(one) ? (
            <Line
              key={one.name}
              name={one.name}
              dataKey={amountAt(index)}
              stroke={seriesColor(one.color)}
              strokeWidth={2}
              {...(one.mark === 'dashed' && { strokeDasharray: '5 4' })}
              dot={isDot(points, index)}
              isAnimationActive={false}
            />
          ) : null,
        )}
        {marked && <ReferenceLine x={marked.index} className={classes['limit'] ?? ''} />}
        {limit && <ReferenceLine y={toCoordinate(limit.amount)} className={classes['limit'] ?? ''} />}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
