import type { ReactNode } from 'react';
import { PreferencesProvider } from '../../preferences/use-preferences.tsx';
import { preferencesOfRequest } from '../../server/preferences.ts';
import { requireIdentity } from '../../server/session.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { serverTrpc } from '../../trpc/server.tsx';
import { NowProvider } from '../../usage/use-now.tsx';

export default async function AppLayout({ children }: { children: ReactNode }) {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([
    trpc.usage.summary.prefetch(),
    trpc.account.me.prefetch(),
    trpc.notifications.list.prefetch(),
  ]);
  return (
    <HydrateClient>
      <PreferencesProvider initial={await preferencesOfRequest()}>
        <NowProvider>
          <AppFrame>{children}</AppFrame>
        </NowProvider>
      </PreferencesProvider>
    </HydrateClient>
  );
}
