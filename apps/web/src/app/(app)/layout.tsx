import type { ReactNode } from 'react';
import { requireIdentity } from '../../server/session.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { serverTrpc } from '../../trpc/server.tsx';

export default async function AppLayout({ children }: { children: ReactNode }) {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([trpc.usage.summary.prefetch(), trpc.account.me.prefetch()]);
  return (
    <HydrateClient>
      <AppFrame>{children}</AppFrame>
    </HydrateClient>
  );
}
