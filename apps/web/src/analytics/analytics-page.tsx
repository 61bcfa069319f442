'use client';

import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { formatDays } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StaleNote } from '../usage/stale-note.tsx';
import { PERIOD_NAMES, type AnalyticsPlace } from './analytics-address.ts';
import { usageInput } from './analytics-input.ts';
import { AskedPlaceProvider } from './asked-place.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { DeniedPanel } from './denied-panel.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { MonthPanel } from './month-panel.tsx';
import { PanelState } from './panel-state.tsx';
import { PlaceLinks } from './place-links.tsx';
import { TotalTiles } from './total-tiles.tsx';
import { UsagePanel } from './usage-panel.tsx';

/** What was used over time. What is looked at stands in the address. */
export function AnalyticsPage({ place }: { place: AnalyticsPlace }) {
  const query = trpc.usage.analytics.useQuery(usageInput(place));
  const { data, isError } = query;
  return (
    <AskedPlaceProvider place={place}>
      <PageHeader
        title="Analytics"
        description="What you have used over time, what for, and where it goes."
        actions={
          <LinkButton href="/billing" variant="default">
            Back to Billing
          </LinkButton>
        }
      />
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <PlaceLinks label="Period" field="period" names={PERIOD_NAMES} />
          {data && (
            <Text size="sm" c="dimmed">
              {formatDays(data.from, data.until)}, {data.zone}
            </Text>
          )}
        </Group>
        {data && isError && <StaleNote at={data.at} zone={data.zone} />}
        {data ? (
          <>
            <TotalTiles {...data} />
            <UsagePanel place={place} usage={data} />
          </>
        ) : (
          <PanelState title="Usage" query={query} />
        )}
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          {data ? (
            <ComparisonPanel place={place} usage={data} />
          ) : (
            <PanelState title="Against the period before" query={query} />
          )}
          <MonthPanel place={place} />
          <HoursPanel place={place} />
          <DeniedPanel place={place} />
        </SimpleGrid>
      </Stack>
    </AskedPlaceProvider>
  );
}
