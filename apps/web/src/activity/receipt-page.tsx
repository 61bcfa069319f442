'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { formatTime } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import { ACTIVITY_PATH } from './activity-address.ts';
import { AdjustmentPanel } from './adjustment-panel.tsx';
import { ADJUSTMENT_REASONS } from './adjustment-names.ts';
import type { EntryAnswer, ListedEntry } from './answers.ts';
import { CallPanel } from './call-panel.tsx';
import { ChargePanel } from './charge-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';

/** Everything that is known of one call or adjustment. One that runs is asked for again until it has ended. */
export function ReceiptPage({ initial }: { initial: EntryAnswer }) {
  const { operationId } = initial.entry;
  const { data } = trpc.usage.entry.useQuery(
    { operationId },
    { initialData: initial, refetchInterval: ({ state }) => (isRunning(state.data) ? 2_000 : false) },
  );
  const { entry, steps, zone } = data;
  return (
    <>
      <PageHeader
        title={titleOf(entry)}
        description={formatTime(entry.kind === 'call' ? entry.startedAt : entry.at, zone)}
        actions={
          <LinkButton href={ACTIVITY_PATH} variant="default">
            All activity
          </LinkButton>
        }
      />
      <Stack gap="lg">
        {entry.kind === 'call' ? (
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <ChargePanel call={entry} />
            <CallPanel call={entry} zone={zone} />
          </SimpleGrid>
        ) : (
          <AdjustmentPanel adjustment={entry} />
        )}
        <StepsPanel steps={steps} zone={zone} />
      </Stack>
    </>
  );
}

function isRunning(answer: EntryAnswer | undefined): boolean {
  return answer?.entry.kind === 'call' && answer.entry.status === 'held';
}

function titleOf(entry: ListedEntry): string {
  return entry.kind === 'call'
    ? `Receipt: ${OPERATION_NAMES[entry.operation] ?? entry.operation}`
    : `${ADJUSTMENT_REASONS[entry.reason]} by an admin`;
}
