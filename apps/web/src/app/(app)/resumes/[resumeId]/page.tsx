import type { Metadata } from 'next';
import { ResumePage } from '../../../../resumes/resume-page.tsx';
import { orNotFound } from '../../../../server/failure.ts';
import { requireIdentity } from '../../../../server/session.ts';
import { serverTrpc } from '../../../../trpc/server.tsx';

export const metadata: Metadata = { title: 'Resume' };

export default async function Page({ params }: { params: Promise<{ resumeId: string }> }) {
  await requireIdentity();
  const { resumeId } = await params;
  const { trpc, HydrateClient } = await serverTrpc();
  const [resume] = await Promise.all([
    trpc.resumes.get({ resumeId }).catch(orNotFound),
    trpc.ai.quote.prefetch({ operation: 'resume.summarize', resumeId }),
    trpc.choices.list.prefetch(),
  ]);
  return (
    <HydrateClient>
      <ResumePage initial={resume} />
    </HydrateClient>
  );
}
