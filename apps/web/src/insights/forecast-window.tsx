'use client';

import { Group, Stack, Text, Title } from '@mantine/core';
import { formatClock, formatDuration } from '@resumint/wording';
import { useId } from 'react';
import type { WindowLimit } from '../usage/answers.ts';
import { useNow } from '../usage/use-now.tsx';
import type { WindowForecast } from './answers.ts';
import { ForecastLine } from './forecast-line.tsx';

interface ForecastWindowProps {
  title: string;
  window: WindowForecast;
  names: Record<'tokens' | 'cost', WindowLimit>;
  binding: WindowLimit | null;
  zone: string;
}

/** The running day or month: where its tokens and its cost come to. */
export function ForecastWindow({ title, window, names, binding, zone }: ForecastWindowProps) {
  const titleId = useId();
  const { endsAt, tokens, cost } = window;
  const leftMs = endsAt.getTime() - useNow(window.startsAt);
  return (
    <Stack component="section" aria-labelledby={titleId} gap="md">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={3} id={titleId}>
          {title}
        </Title>
        <Text size="sm" c="dimmed" className="number">
          until {formatClock(endsAt, zone)}, in {formatDuration(leftMs)}
        </Text>
      </Group>
      <ForecastLine
        title="Tokens"
        window={title}
        unit="tokens"
        forecast={tokens}
        isBinding={binding === names.tokens}
        zone={zone}
      />
      <ForecastLine
        title="Cost"
        window={title}
        unit="nanos"
        forecast={cost}
        isBinding={binding === names.cost}
        zone={zone}
      />
    </Stack>
  );
}
