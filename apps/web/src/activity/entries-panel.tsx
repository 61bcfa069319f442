'use client';

import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { exportHref, type ActivityPlace } from './activity-address.ts';
import { activityInput } from './activity-input.ts';
import { EntriesPager } from './entries-pager.tsx';
import { EntriesTable } from './entries-table.tsx';
import { FilterForm } from './filter-form.tsx';
import { NoEntries } from './no-entries.tsx';

/** What matches the address of the page, a page of it at a time. */
export function EntriesPanel({ place }: { place: ActivityPlace }) {
  const { data, error, isError, refetch } = trpc.usage.activity.useQuery(activityInput(place));
  return (
    <Panel
      title="Calls"
      description={data ? `The newest first. Days and times are those of ${data.zone}.` : 'The newest first.'}
      aside={
        <Group gap="xs" role="group" aria-label="Export all that match">
          <Button component="a" href={exportHref(place.query, 'csv')} download variant="default" size="xs">
            Export CSV
          </Button>
          <Button component="a" href={exportHref(place.query, 'json')} download variant="default" size="xs">
            Export JSON
          </Button>
        </Group>
      }
    >
      <FilterForm key={JSON.stringify(place.query)} query={place.query} />
      {data ? (
        <Stack gap="md">
          {data.entries.length === 0 ? (
            <NoEntries place={place} lookedBackTo={data.lookedBackTo} />
          ) : (
            <EntriesTable entries={data.entries} zone={data.zone} />
          )}
          <EntriesPager place={place} page={data} />
        </Stack>
      ) : isError ? (
        <Failure title="Your calls cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={480} role="status" aria-busy aria-label="Calls are being read" />
      )}
    </Panel>
  );
}
