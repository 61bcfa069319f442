import type { Metadata } from 'next';
import { requireIdentity } from '../../../server/session.ts';
import { SettingsPage } from '../../../settings/settings-page.tsx';
import { serverTrpc } from '../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.account.me.prefetch(),
    trpc.limits.get.prefetch(),
    trpc.notifications.settings.prefetch(),
  ]);
  return (
    <HydrateClient>
      <SettingsPage zones={Intl.supportedValuesOf('timeZone')} />
    </HydrateClient>
  );
}
