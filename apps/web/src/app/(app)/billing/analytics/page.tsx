import type { Metadata } from 'next';
import { readAddress } from '../../../../analytics/analytics-address.ts';
import { deniedInput, HOURS_INPUT, MONTH_INPUT, usageInput } from '../../../../analytics/analytics-input.ts';
import { AnalyticsPage } from '../../../../analytics/analytics-page.tsx';
import { requireIdentity } from '../../../../server/session.ts';
import { serverTrpc } from '../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Analytics' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  await requireIdentity();
  const place = readAddress(await searchParams);
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.usage.analytics.prefetch(usageInput(place)),
    trpc.usage.analytics.prefetch(MONTH_INPUT),
    trpc.usage.forecast.prefetch(),
    trpc.usage.hours.prefetch(HOURS_INPUT),
    trpc.usage.denied.prefetch(deniedInput(place)),
  ]);
  return (
    <HydrateClient>
      <AnalyticsPage place={place} />
    </HydrateClient>
  );
}
