'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { Failure } from '../ui/failure.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { BillingSkeleton } from './billing-skeleton.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { ReceiptsPanel } from './receipts-panel.tsx';
import { StandingNotices } from './standing-notices.tsx';
import { WindowPanel } from './window-panel.tsx';

export function BillingPage() {
  const { data, error, isError, refetch } = useUsage();
  return (
    <>
      <PageHeader
        title="Billing"
        description="What you have used, what is left, and what each call was charged."
      />
      {data ? (
        <Stack gap="lg">
          <StandingNotices summary={data} isStale={isError} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <WindowPanel
              title="Today"
              window={data.day}
              names={['tokensPerDay', 'costPerDay']}
              zone={data.zone}
            />
            <WindowPanel
              title="This month"
              window={data.month}
              names={['tokensPerMonth', 'costPerMonth']}
              zone={data.zone}
            />
          </SimpleGrid>
          <ReceiptsPanel zone={data.zone} />
          <PlanPanel summary={data} />
        </Stack>
      ) : isError ? (
        <Failure title="Your usage cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <BillingSkeleton />
      )}
    </>
  );
}
