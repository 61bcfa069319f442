'use client';

import { Text } from '@mantine/core';
import { formatDuration, formatTime } from '@resumint/wording';
import { useNow } from '../usage/use-now.tsx';

const JUST_NOW_MS = 10_000;

/** How long ago something was checked, going on while it is looked at. */
export function CheckedAgo({ at, zone }: { at: Date; zone: string }) {
  const agoMs = useNow(at) - at.getTime();
  return (
    <Text size="sm" c="dimmed" className="number">
      Checked{' '}
      <time dateTime={at.toISOString()} title={formatTime(at, zone)}>
        {agoMs < JUST_NOW_MS ? 'just now' : `${formatDuration(agoMs)} ago`}
      </time>
    </Text>
  );
}
