'use client';

import { Button, Grid, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { trpc } from '../trpc/react.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { DeleteResume } from './delete-resume.tsx';
import classes from './resume-page.module.css';
import { ResumeView } from './resume-view.tsx';
import type { SavedResume } from './resume.ts';
import { SaveFailure } from './save-failure.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import { useSaveResume } from './use-save-resume.ts';

/** Most visits of a resume only read it. */
const EditResume = dynamic(async () => (await import('./edit-resume.tsx')).EditResume, {
  loading: () => (
    <Skeleton height={480} radius="lg" role="status" aria-busy aria-label="The editor is being loaded" />
  ),
});

export function ResumePage({ initial }: { initial: SavedResume }) {
  const { resumeId } = initial;
  const { data: resume } = trpc.resumes.get.useQuery({ resumeId }, { initialData: initial });
  const [isEditing, { open, close }] = useDisclosure(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const { save, isSaving, error } = useSaveResume();

  const endEditing = () => {
    flushSync(close);
    editButton.current?.focus();
  };
  if (isEditing) return <EditResume resume={resume} onDone={endEditing} />;

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
            <Button ref={editButton} variant="default" onClick={open}>
              Edit
            </Button>
            <DeleteResume resumeId={resumeId} title={resume.title} />
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }} order={{ base: 1, lg: 2 }}>
          <Stack gap="lg" className={classes['aside']}>
            <SummaryPanel resumeId={resumeId} onApply={applySummary} isApplying={isSaving} />
            {error !== null && <SaveFailure error={error} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: 2, lg: 1 }}>
          <ResumeView resume={resume.content} />
        </Grid.Col>
      </Grid>
    </>
  );
}
