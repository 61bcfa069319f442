'use client';

import { describeComparison } from '@resumint/wording';
import { chartFileHref, type AnalyticsPlace } from './analytics-address.ts';
import type { Analytics } from './answers.ts';
import { ChartPanel } from './chart-panel.tsx';
import { comparisonChart } from './comparison-chart.ts';
import { NothingHere } from './nothing-here.tsx';
import { amountIn } from './units.ts';

export function ComparisonPanel({ place, usage }: { place: AnalyticsPlace; usage: Analytics }) {
  const { unit } = place;
  return (
    <ChartPanel
      title="Against the period before"
      description={`What came together since each of them began, by the calendar of ${usage.zone}.`}
      sentence={describeComparison({
        ...usage,
        unit,
        total: amountIn(unit, usage.total),
        previousTotal: amountIn(unit, usage.previousTotal),
      })}
      chart={comparisonChart(usage, place)}
      fileHref={chartFileHref('comparison', place)}
      {...(usage.groups.length === 0 && { empty: <NothingHere>No call counts in either.</NothingHere> })}
    />
  );
}
