import type { Metadata } from 'next';
import { InsightsPage } from '../../../../insights/insights-page.tsx';
import { requireIdentity } from '../../../../server/session.ts';
import { serverTrpc } from '../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Insights' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.usage.summary.prefetch(),
    trpc.usage.forecast.prefetch(),
    trpc.suggestions.list.prefetch(),
    trpc.choices.list.prefetch(),
  ]);
  return (
    <HydrateClient>
      <InsightsPage />
    </HydrateClient>
  );
}
