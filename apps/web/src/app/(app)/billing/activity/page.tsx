import type { Metadata } from 'next';
import { readAddress } from '../../../../activity/activity-address.ts';
import { ActivityPage } from '../../../../activity/activity-page.tsx';
import { activityInput, DENIALS_INPUT } from '../../../../activity/activity-input.ts';
import { requireIdentity } from '../../../../server/session.ts';
import { serverTrpc } from '../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Activity' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  await requireIdentity();
  const place = readAddress(await searchParams);
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.usage.activity.prefetch(activityInput(place)),
    trpc.usage.denials.prefetch(DENIALS_INPUT),
    trpc.prices.list.prefetch(),
  ]);
  return (
    <HydrateClient>
      <ActivityPage place={place} />
    </HydrateClient>
  );
}
