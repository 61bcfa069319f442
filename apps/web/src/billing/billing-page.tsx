'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { ANALYTICS_PATH } from '../analytics/analytics-address.ts';
import { Failure } from '../ui/failure.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { AdjustmentsPanel } from './adjustments-panel.tsx';
import { AlertHistoryPanel } from './alert-history-panel.tsx';
import { AuditCard } from './audit-card.tsx';
import { BillingSkeleton } from './billing-skeleton.tsx';
import { FitsPanel } from './fits-panel.tsx';
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
        actions={
          <>
            <LinkButton href={ANALYTICS_PATH} variant="default">
              Analytics
            </LinkButton>
            <LinkButton href="/billing/insights" variant="default">
              Forecast and savings
            </LinkButton>
            <LinkButton href="/billing/limits" variant="default">
              Change my limits
            </LinkButton>
          </>
        }
      />
      {data ? (
        <Stack gap="lg">
          <StandingNotices summary={data} isStale={isError} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <WindowPanel
              title="Today"
              window={data.day}
              names={['tokensPerDay', 'costPerDay']}
              at={data.at}
              zone={data.zone}
            />
            <WindowPanel
              title="This month"
              window={data.month}
              names={['tokensPerMonth', 'costPerMonth']}
              at={data.at}
              zone={data.zone}
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <FitsPanel enforcement={data.enforcement} inFlight={data.inFlight} />
            <AuditCard zone={data.zone} />
          </SimpleGrid>
          <PlanPanel summary={data} />
          <ReceiptsPanel zone={data.zone} />
          <AlertHistoryPanel zone={data.zone} />
          <AdjustmentsPanel zone={data.zone} />
        </Stack>
      ) : isError ? (
        <Failure title="Your usage cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <BillingSkeleton />
      )}
    </>
  );
}
