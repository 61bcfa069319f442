'use client';

import { describeForecast, describeTooLittle, formatTime } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { chartFileHref, type AnalyticsPlace } from './analytics-address.ts';
import { MONTH_INPUT } from './analytics-input.ts';
import type { Forecast } from './answers.ts';
import { ChartPanel } from './chart-panel.tsx';
import { PanelState } from './panel-state.tsx';
import { monthChart, type LimitedUnit } from './month-chart.ts';

const INSIGHTS_PATH = '/billing/insights';

/** The running month against its limit, and where it goes. Calls have no limit a month: then it shows their cost. */
export function MonthPanel({ place }: { place: AnalyticsPlace }) {
  const unit = place.unit === 'tokens' ? 'tokens' : 'cost';
  const usage = trpc.usage.analytics.useQuery(MONTH_INPUT);
  const forecast = trpc.usage.forecast.useQuery();
  const summary = useUsage();
  if (!usage.data || !forecast.data || !summary.data) {
    return <PanelState title="This month against its limit" query={usage.isError ? usage : forecast} />;
  }
  const { month, zone } = summary.data;
  const { limit } = month[unit];
  return (
    <ChartPanel
      title="This month against its limit"
      description={
        <>
          {unit === 'tokens' ? 'Tokens' : 'Cost'} since the month began. It resets{' '}
          {formatTime(month.resetsAt, zone)}.
        </>
      }
      sentence={
        <>
          {expectation(forecast.data, unit)}{' '}
          <AppLink href={INSIGHTS_PATH} prefetch={false}>
            How this is forecast
          </AppLink>
        </>
      }
      chart={monthChart(usage.data, { forecast: forecast.data, limit, unit })}
      fileHref={chartFileHref('month', place)}
    />
  );
}

function expectation(forecast: Forecast, unit: LimitedUnit): string {
  if (forecast.kind === 'tooLittle') return describeTooLittle(forecast);
  const described = describeForecast(
    forecast.month[unit],
    unit === 'cost' ? 'nanos' : 'tokens',
    forecast.zone,
  );
  return `Expected by its end: ${described}.`;
}
