'use client';

import { Stack, Text } from '@mantine/core';
import { formatTime } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { Panel } from '../ui/panel.tsx';
import type { WindowLimit, WindowUsage } from '../usage/answers.ts';
import { LimitDetails } from './limit-details.tsx';

interface WindowPanelProps {
  title: string;
  window: WindowUsage;
  /** The limits of this window: of tokens, and of cost. */
  names: [WindowLimit, WindowLimit];
  zone: string;
}

export function WindowPanel({ title, window, names, zone }: WindowPanelProps) {
  const limits = trpc.limits.get.useQuery();
  const [tokens, cost] = names;
  return (
    <Panel
      title={title}
      description={
        <>
          Resets{' '}
          <Text component="span" fw={500} c="var(--mantine-color-text)">
            {formatTime(window.resetsAt, zone)}
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
          reason={limits.data?.limits[tokens].reason}
        />
        <LimitDetails
          title="Cost"
          label={`Cost, ${title}`}
          unit="nanos"
          usage={window.cost}
          reason={limits.data?.limits[cost].reason}
        />
      </Stack>
    </Panel>
  );
}
