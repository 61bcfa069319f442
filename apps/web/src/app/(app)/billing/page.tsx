import type { Metadata } from 'next';
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
    trpc.usage.list.prefetch({ limit: 10 }),
  ]);
  return (
    <HydrateClient>
      <BillingPage />
    </HydrateClient>
  );
}
