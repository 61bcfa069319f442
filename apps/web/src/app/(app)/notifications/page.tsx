import type { Metadata } from 'next';
import { NotificationsPage } from '../../../notifications/notifications-page.tsx';
import { PAGE_SIZE } from '../../../notifications/page-size.ts';
import { requireIdentity } from '../../../server/session.ts';
import { serverTrpc } from '../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Notifications' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await trpc.notifications.list.prefetchInfinite({ limit: PAGE_SIZE });
  return (
    <HydrateClient>
      <NotificationsPage />
    </HydrateClient>
  );
}
