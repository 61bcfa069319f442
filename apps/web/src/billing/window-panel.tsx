'use client';

import { Stack, Text } from '@mantine/core';
import { formatDuration, formatPassed, formatTime } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { Panel } from '../ui/panel.tsx';
import type { WindowLimit, WindowUsage } from '../usage/answers.ts';
import { paceOf } from '../usage/pace-of.ts';
import { useNow } from '../usage/use-now.tsx';
import { LimitDetails } from './limit-details.tsx';

interface WindowPanelProps {
  title: string;
  window: WindowUsage;
  /** The limits of this window: of tokens, and of cost. */
  names: [WindowLimit, WindowLimit];
  at: Date;
  zone: string;
}

export function WindowPanel({ title, window, names, at, zone }: WindowPanelProps) {
  const now = useNow(at);
  const pace = paceOf(window, now);
  const limits = trpc.limits.get.useQuery();
  const [tokens, cost] = names;
  const hasBars = window.tokens.limit !== null || window.cost.limit !== null;
  return (
    <Panel
      title={title}
      description={
        <>
          Resets{' '}
          <Text component="span" fw={500} c="var(--mantine-color-text)">
            {formatTime(window.resetsAt, zone)}
          </Text>
          , in {formatDuration(window.resetsAt.getTime() - now)}.
          <Text component="span" display="block">
            {formatPassed(pace)}
            {hasBars && ': the mark on the bars'}.
          </Text>
        </>
      }
    >
      <Stack gap="lg">
        <LimitDetails
          title="Tokens"
          label={`Tokens, ${title}`}
          unit="tokens"
          usage={window.tokens}
          pace={pace}
          effective={limits.data?.limits[tokens]}
        />
        <LimitDetails
          title="Cost"
          label={`Cost, ${title}`}
          unit="nanos"
          usage={window.cost}
          pace={pace}
          effective={limits.data?.limits[cost]}
        />
      </Stack>
    </Panel>
  );
}
