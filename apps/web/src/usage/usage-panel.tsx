'use client';

import { Skeleton, Stack } from '@mantine/core';
import { usePreferences } from '../preferences/use-preferences.tsx';
import { Failure } from '../ui/failure.tsx';
import type { Summary } from './answers.ts';
import { NearestLine } from './nearest-line.tsx';
import { StaleNote } from './stale-note.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { useUsage } from './use-usage.ts';
import { WindowLine } from './window-line.tsx';

/** Today and this month, beside every page. */
export function UsagePanel() {
  const { data, error, isError, refetch } = useUsage();
  if (data) return <Known summary={data} isStale={isError} />;
  if (isError) return <Failure title="Usage cannot be read" error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}

function Known({ summary, isStale }: { summary: Summary; isStale: boolean }) {
  const { unit } = usePreferences().preferences;
  const { day, month, zone, at } = summary;
  return (
    <Stack gap="md">
      <UnitChoice />
      <WindowLine title="Today" window={day} unit={unit} at={at} zone={zone} />
      <WindowLine title="This month" window={month} unit={unit} at={at} zone={zone} />
      <NearestLine summary={summary} />
      {isStale && <StaleNote at={at} zone={zone} />}
    </Stack>
  );
}

function Loading() {
  return (
    <Stack gap="md" role="status" aria-busy aria-label="Usage is being read">
      <Skeleton height={26} />
      <Skeleton height={79} />
      <Skeleton height={79} />
      <Skeleton height={22} />
    </Stack>
  );
}
