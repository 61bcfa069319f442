import type { Metadata } from 'next';
import { requireIdentity } from '../../../server/session.ts';
import { SettingsPage } from '../../../settings/settings-page.tsx';
import { serverTrpc } from '../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await trpc.account.me.prefetch();
  return (
    <HydrateClient>
      <SettingsPage zones={Intl.supportedValuesOf('timeZone')} />
    </HydrateClient>
  );
}
