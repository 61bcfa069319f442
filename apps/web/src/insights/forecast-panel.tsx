'use client';

import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { describeBasis } from '@resumint/wording';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { StaleNote } from '../usage/stale-note.tsx';
import { useUsage } from '../usage/use-usage.ts';
import type { MadeForecast } from './answers.ts';
import { ForecastKey } from './forecast-key.tsx';
import { ForecastWindow } from './forecast-window.tsx';
import { Outlook } from './outlook.tsx';
import { PastErrorNote } from './past-error-note.tsx';
import { TooLittle } from './too-little.tsx';
import { useForecast } from './use-forecast.ts';

/** Where the running day and month come to, against each limit. */
export function ForecastPanel() {
  const { data, error, isError, refetch } = useForecast();
  return (
    <Panel title="Forecast">
      {data ? (
        <>
          {isError && <StaleNote at={data.at} zone={data.zone} />}
          {data.kind === 'forecast' ? <Made forecast={data} /> : <TooLittle {...data} />}
        </>
      ) : isError ? (
        <Failure
          title="Your forecast cannot be made right now"
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <Skeleton height={420} role="status" aria-busy aria-label="Your forecast is being made" />
      )}
    </Panel>
  );
}

function Made({ forecast }: { forecast: MadeForecast }) {
  const { day, month, binding, zone, basis, pastError } = forecast;
  const isSoft = useUsage().data?.enforcement === 'soft';
  const shared = { binding, zone };
  return (
    <Stack gap="lg">
      <Outlook forecast={forecast} isSoft={isSoft} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
        <ForecastWindow
          title="Today"
          window={day}
          names={{ tokens: 'tokensPerDay', cost: 'costPerDay' }}
          {...shared}
        />
        <ForecastWindow
          title="This month"
          window={month}
          names={{ tokens: 'tokensPerMonth', cost: 'costPerMonth' }}
          {...shared}
        />
      </SimpleGrid>
      <ForecastKey />
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {describeBasis(basis)} What is held counts as used.
        </Text>
        <PastErrorNote pastError={pastError} zone={zone} />
      </Stack>
    </Stack>
  );
}
