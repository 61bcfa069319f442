'use client';

import { Stack } from '@mantine/core';
import { LeftImportsList } from '../imports/left-imports-list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ResumeList } from './resume-list.tsx';
import { UploadPanel } from './upload-panel.tsx';

export function ResumesPage() {
  return (
    <>
      <PageHeader title="Resumes" description="Upload one, look over what was read from it, and save it." />
      <Stack gap="lg">
        <UploadPanel />
        <LeftImportsList />
        <ResumeList />
      </Stack>
    </>
  );
}
