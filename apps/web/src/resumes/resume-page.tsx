'use client';

import { Button, Grid, Stack } from '@mantine/core';
import type { Outputs } from '@resumint/client';
import { useDisclosure } from '@mantine/hooks';
import { trpc } from '../trpc/react.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { DeleteResume } from './delete-resume.tsx';
import { EditResume } from './edit-resume.tsx';
import { ResumeView } from './resume-view.tsx';
import { SaveFailure } from './save-failure.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import { useSaveResume } from './use-save-resume.ts';

export type SavedResume = Outputs['resumes']['get'];

export function ResumePage({ initial }: { initial: SavedResume }) {
  const { resumeId } = initial;
  const { data: resume } = trpc.resumes.get.useQuery({ resumeId }, { initialData: initial });
  const [isEditing, { open, close }] = useDisclosure(false);
  const { save, isSaving, error } = useSaveResume();

  if (isEditing) return <EditResume resume={resume} onDone={close} />;

  const applySummary = async (summary: string) => {
    const { title, content, documentId, updatedAt } = resume;
    const basics = { ...content.basics, summary };
    await save({ resumeId, basedOn: updatedAt, title, documentId, content: { ...content, basics } });
  };
  return (
    <>
      <PageHeader
        title={resume.title}
        actions={
          <>
            <Button variant="default" onClick={open}>
              Edit
            </Button>
            <DeleteResume resumeId={resumeId} title={resume.title} />
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <ResumeView resume={resume.content} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <SummaryPanel resumeId={resumeId} onApply={applySummary} isApplying={isSaving} />
            {error !== null && <SaveFailure error={error} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
