'use client';

import { Skeleton, Stack } from '@mantine/core';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StaleNote } from '../usage/stale-note.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { LimitsForm } from './limits-form.tsx';
import { OtherLimitsPanel } from './other-limits-panel.tsx';
import { DAYS_READ } from './past-effect.ts';

export function LimitsPage() {
  const usage = useUsage();
  const limits = trpc.limits.get.useQuery();
  const daily = trpc.usage.daily.useQuery({ days: DAYS_READ });
  const error = usage.error ?? limits.error ?? daily.error;
  return (
    <>
      <PageHeader
        title="My limits"
        description="Lower what AI calls may use, or take what you are granted again. It counts from the next call on; what is used stays used."
        actions={
          <LinkButton href="/billing" variant="default">
            Back to Billing
          </LinkButton>
        }
      />
      {usage.data && limits.data && daily.data ? (
        <Stack gap="lg">
          {usage.isError && <StaleNote at={usage.data.at} zone={usage.data.zone} />}
          <LimitsForm summary={usage.data} own={limits.data} rows={daily.data} />
          <OtherLimitsPanel limits={limits.data} summary={usage.data} />
        </Stack>
      ) : error ? (
        <Failure
          title="Your limits cannot be read right now"
          error={error}
          onRetry={() => void Promise.all([usage.refetch(), limits.refetch(), daily.refetch()])}
        />
      ) : (
        <Skeleton height={480} radius="lg" role="status" aria-busy aria-label="Your limits are being read" />
      )}
    </>
  );
}
