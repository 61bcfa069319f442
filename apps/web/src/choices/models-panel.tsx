'use client';

import { Skeleton, Stack } from '@mantine/core';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { OperationModels } from './operation-models.tsx';

/** With which model the calls of each operation are made, and what a call costs with each. */
export function ModelsPanel() {
  const { data, error, isError, refetch } = trpc.choices.list.useQuery();
  return (
    <Panel
      id="models"
      title="Models"
      description="The model that your calls go to, kept for every browser and program of yours. It counts from the next call on."
    >
      {data ? (
        <Stack gap="xl">
          {data.map((choice) => (
            <OperationModels key={choice.operation} {...choice} />
          ))}
        </Stack>
      ) : isError ? (
        <Failure title="Your choices cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={320} role="status" aria-busy aria-label="Your choices are being read" />
      )}
    </Panel>
  );
}
