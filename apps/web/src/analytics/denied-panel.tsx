'use client';

import { describeDenied, formatDays } from '@resumint/wording';
import { ACTIVITY_PATH } from '../activity/activity-address.ts';
import { trpc } from '../trpc/react.ts';
import { AppLink } from '../ui/app-link.tsx';
import { chartFileHref, type AnalyticsPlace } from './analytics-address.ts';
import { deniedInput } from './analytics-input.ts';
import { ChartPanel } from './chart-panel.tsx';
import { deniedChart } from './denied-chart.ts';
import { NothingHere } from './nothing-here.tsx';
import { PanelState } from './panel-state.tsx';

export function DeniedPanel({ place }: { place: AnalyticsPlace }) {
  const query = trpc.usage.denied.useQuery(deniedInput(place));
  if (!query.data) return <PanelState title="Refused calls" query={query} />;
  const { from, until, zone, total } = query.data;
  return (
    <ChartPanel
      title="Refused calls"
      description={`By the limit that refused them, ${formatDays(from, until)}, by the calendar of ${zone}.`}
      sentence={
        <>
          {describeDenied(query.data)} <AppLink href={ACTIVITY_PATH}>Each with why</AppLink>
        </>
      }
      chart={deniedChart(query.data, place)}
      fileHref={chartFileHref('denied', place)}
      {...(total === 0 && { empty: <NothingHere>No call was refused in this period.</NothingHere> })}
    />
  );
}
