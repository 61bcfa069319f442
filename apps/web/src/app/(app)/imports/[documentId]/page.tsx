import type { Metadata } from 'next';
import { ImportPage } from '../../../../imports/import-page.tsx';
import { orNotFound } from '../../../../server/failure.ts';
import { requireIdentity } from '../../../../server/session.ts';
import { serverTrpc } from '../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Look over a resume' };

export default async function Page({ params }: { params: Promise<{ documentId: string }> }) {
  await requireIdentity();
  const { documentId } = await params;
  const { trpc, HydrateClient } = await serverTrpc();
  const [document] = await Promise.all([
    trpc.documents.get({ documentId }).catch(orNotFound),
    trpc.documents.parse.prefetch({ documentId }),
    trpc.ai.quote.prefetch({ operation: 'resume.parse', documentId }),
    trpc.choices.list.prefetch(),
  ]);
  return (
    <HydrateClient>
      <ImportPage key={documentId} document={document} />
    </HydrateClient>
  );
}
