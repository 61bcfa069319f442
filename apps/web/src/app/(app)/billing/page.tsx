import type { Metadata } from 'next';
import { ADJUSTMENTS_SHOWN } from '../../../billing/adjustments-shown.ts';
import { BillingPage } from '../../../billing/billing-page.tsx';
import { serverTrpc } from '../../../trpc/server.tsx';
import { requireIdentity } from '../../../server/session.ts';

export const metadata: Metadata = { title: 'Billing' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.usage.summary.prefetch(),
    trpc.limits.get.prefetch(),
    trpc.usage.fits.prefetch(),
    trpc.usage.audit.prefetch({ extent: 'recent' }),
    trpc.usage.list.prefetch({ limit: 10 }),
    trpc.usage.adjustments.prefetchInfinite({ limit: ADJUSTMENTS_SHOWN }),
  ]);
  return (
    <HydrateClient>
      <BillingPage />
    </HydrateClient>
  );
}
