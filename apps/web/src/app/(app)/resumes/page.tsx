import type { Metadata } from 'next';
import { ResumesPage } from '../../../resumes/resumes-page.tsx';
import { requireIdentity } from '../../../server/session.ts';
import { serverTrpc } from '../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Resumes' };

export default async function Page() {
  await requireIdentity();
  const { trpc, HydrateClient } = await serverTrpc();
  await Promise.all([trpc.resumes.list.prefetch({ limit: 50 }), trpc.documents.list.prefetch({ limit: 20 })]);
  return (
    <HydrateClient>
      <ResumesPage />
    </HydrateClient>
  );
}
