import type { Metadata } from 'next';
import { LimitsPage } from '../../../../limits/limits-page.tsx';
import { DAYS_READ } from '../../../../limits/past-effect.ts';
import { requireIdentity } from '../../../../server/session.ts';
import { serverTrpc } from '../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'My limits' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.usage.summary.prefetch(),
    trpc.limits.get.prefetch(),
    trpc.usage.daily.prefetch({ days: DAYS_READ }),
  ]);
  return (
    <HydrateClient>
      <LimitsPage />
    </HydrateClient>
  );
}
