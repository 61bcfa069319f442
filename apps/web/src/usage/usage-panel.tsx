'use client';

import { Skeleton, Stack, Text } from '@mantine/core';
import { formatClock, formatPercent, LIMIT_TITLES } from '@resumint/wording';
import type { Summary, UsageOfLimit, WindowUsage } from './answers.ts';
import { Failure } from '../ui/failure.tsx';
import { LimitLine } from './limit-line.tsx';
import { StaleNote } from './stale-note.tsx';
import { usageOfLimit } from './usage-of-limit.ts';
import { useUsage } from './use-usage.ts';

/** Today and this month, beside every page. */
export function UsagePanel() {
  const { data, error, isError, refetch } = useUsage();
  if (data) return <Known summary={data} isStale={isError} />;
  if (isError) return <Failure title="Usage cannot be read" error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}

function Known({ summary, isStale }: { summary: Summary; isStale: boolean }) {
  const { day, month, zone, nearest, at } = summary;
  return (
    <Stack gap="md">
      <Window title="Today" window={day} zone={zone} />
      <Window title="This month" window={month} zone={zone} />
      {nearest && (
        <Text size="sm">
          Nearest limit:{' '}
          <strong>
            {LIMIT_TITLES[nearest.limit]},{' '}
            {formatPercent(nearest.percent, { isNothing: isUntouched(usageOfLimit(summary, nearest.limit)) })}
          </strong>
        </Text>
      )}
      {isStale && <StaleNote at={at} zone={zone} />}
    </Stack>
  );
}

function isUntouched({ used, held }: UsageOfLimit): boolean {
  return used + held <= 0n;
}

function Window({ title, window, zone }: { title: string; window: WindowUsage; zone: string }) {
  return (
    <Stack gap={8}>
      <div>
        <Text fw={600}>{title}</Text>
        <Text size="xs" c="dimmed">
          resets {formatClock(window.resetsAt, zone)}
        </Text>
      </div>
      <LimitLine title="Tokens" label={`Tokens, ${title}`} unit="tokens" usage={window.tokens} />
      <LimitLine title="Cost" label={`Cost, ${title}`} unit="nanos" usage={window.cost} />
    </Stack>
  );
}

function Loading() {
  return (
    <Stack gap="md" aria-busy aria-label="Usage is being read">
      <Skeleton height={150} />
      <Skeleton height={150} />
    </Stack>
  );
}
