'use client';

import { describeHours, formatDate } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { chartFileHref, type AnalyticsPlace } from './analytics-address.ts';
import { HOURS_INPUT } from './analytics-input.ts';
import { ChartPanel } from './chart-panel.tsx';
import { hoursChart } from './hours-chart.ts';
import { mostOf } from './most-of.ts';
import { NothingHere } from './nothing-here.tsx';
import { PanelState } from './panel-state.tsx';

export function HoursPanel({ place }: { place: AnalyticsPlace }) {
  const query = trpc.usage.hours.useQuery(HOURS_INPUT);
  if (!query.data) return <PanelState title="When in the day" query={query} />;
  const { zone, since, hours } = query.data;
  const chart = hoursChart(query.data, place.unit);
  const most = mostOf(chart);
  return (
    <ChartPanel
      title="When in the day"
      description={`When calls ended since ${formatDate(since, zone)}, by the clocks of ${zone}. Only what was charged.`}
      sentence={describeHours(place.unit, most && { hours: most.title, amount: most.amount })}
      chart={chart}
      fileHref={chartFileHref('hours', place)}
      {...(hours.every(({ calls }) => calls === 0) && {
        empty: <NothingHere>No charged call ended in these days.</NothingHere>,
      })}
    />
  );
}
