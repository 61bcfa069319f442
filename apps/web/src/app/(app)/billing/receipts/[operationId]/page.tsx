import type { Metadata } from 'next';
import { ReceiptPage } from '../../../../../activity/receipt-page.tsx';
import { orNotFound } from '../../../../../server/failure.ts';
import { requireIdentity } from '../../../../../server/session.ts';
import { serverTrpc } from '../../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Receipt' };

export default async function Page({ params }: { params: Promise<{ operationId: string }> }) {
  await requireIdentity();
  const { operationId } = await params;
  const { trpc } = await serverTrpc();
  return <ReceiptPage initial={await trpc.usage.entry({ operationId }).catch(orNotFound)} />;
}
