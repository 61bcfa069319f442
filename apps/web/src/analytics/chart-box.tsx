'use client';

import type { Chart } from './chart.ts';
import classes from './chart-box.module.css';
import { scaleOf } from './scale.ts';
import { StillChart } from './still-chart.tsx';
import { useLiveChart } from './use-live-chart.ts';

interface ChartBoxProps {
  /** What is drawn, said in words beside it. */
  label: string;
  chart: Chart;
}

/** A box of one size, whatever is drawn in it: first the picture of the server, then the chart that answers. */
export function ChartBox({ label, chart }: ChartBoxProps) {
  const { boxRef, LiveChart } = useLiveChart();
  const scale = scaleOf(chart);
  return (
    <div ref={boxRef} className={classes['box']} data-live={LiveChart !== null}>
      {LiveChart ? (
        <LiveChart label={label} chart={chart} scale={scale} />
      ) : (
        <StillChart chart={chart} scale={scale} />
      )}
    </div>
  );
}
