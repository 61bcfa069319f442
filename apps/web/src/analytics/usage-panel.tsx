'use client';

import { Group } from '@mantine/core';
import { describeUsage } from '@resumint/wording';
import { chartFileHref, GROUPING_NAMES, STEP_NAMES, type AnalyticsPlace } from './analytics-address.ts';
import type { Analytics } from './answers.ts';
import { ChartPanel } from './chart-panel.tsx';
import { GroupsTable } from './groups-table.tsx';
import { mostOf } from './most-of.ts';
import { NothingHere } from './nothing-here.tsx';
import { PlaceLinks } from './place-links.tsx';
import { amountIn } from './units.ts';
import { usageChart } from './usage-chart.ts';

const TITLES = { cost: 'Cost', tokens: 'Tokens', calls: 'Calls' } as const;

export function UsagePanel({ place, usage }: { place: AnalyticsPlace; usage: Analytics }) {
  const { unit, step } = place;
  const chart = usageChart(usage, place);
  const most = chart.points.length > 1 ? mostOf(chart) : null;
  return (
    <ChartPanel
      title={`${TITLES[unit]} by ${STEP_NAMES[step].toLowerCase()}`}
      description={`A call counts on the day on which it began, by the calendar of ${usage.zone}.`}
      sentence={describeUsage({
        ...usage,
        unit,
        total: amountIn(unit, usage.total),
        most: most && { when: `${step === 'day' ? 'on' : 'in'} ${most.title}`, amount: most.amount },
      })}
      chart={chart}
      fileHref={chartFileHref('usage', place)}
      choices={
        <Group gap="sm">
          <PlaceLinks label="Told apart by" field="grouping" names={GROUPING_NAMES} />
          <PlaceLinks label="By day or month" field="step" names={STEP_NAMES} />
        </Group>
      }
      {...(usage.groups.length === 0 && { empty: <NothingHere>No call counts in this period.</NothingHere> })}
      legend={<GroupsTable place={place} groups={usage.groups} />}
    />
  );
}
