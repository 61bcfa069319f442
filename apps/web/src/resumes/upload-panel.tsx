'use client';

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconFileUpload } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTellChange } from '../sync/use-changes.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { useIsHeard } from '../ui/use-is-heard.ts';
import { useUpload } from './use-upload.ts';

const MOST_BYTES = 10 * 1024 * 1024;
const ACCEPTED = {
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt'],
  'application/json': ['.json'],
};

/** Takes a file, shows how far it is sent, and goes on to the review of what it says. */
export function UploadPanel() {
  const router = useRouter();
  const tellChange = useTellChange();
  const { upload, cancel, progress, error } = useUpload();
  const [refusal, setRefusal] = useState<string | null>(null);
  const isHeard = useIsHeard();
  const isUploading = progress !== null;

  const send = async ([file]: File[]) => {
    if (!file) return;
    setRefusal(null);
    const document = await upload(file);
    if (!document) return;
    await tellChange('resumes');
    router.push(`/imports/${document.documentId}`);
  };

  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={(files) => void send(files)}
        onReject={(rejections) => setRefusal(reasonOf(rejections))}
        accept={ACCEPTED}
        maxSize={MOST_BYTES}
        multiple={false}
        disabled={isUploading}
        aria-label="Upload a resume"
        inputProps={{ 'aria-label': 'Resume file', disabled: !isHeard }}
        radius="lg"
        p="xl"
      >
        <Stack align="center" gap="xs" ta="center">
          <IconFileUpload size={36} stroke={1.5} aria-hidden />
          <Text fw={600}>Drop a resume here, or press to choose one</Text>
          <Text size="sm" c="dimmed">
            PDF, plain text or JSON Resume, up to 10 MB. Uploading costs nothing.
          </Text>
        </Stack>
      </Dropzone>
      {isUploading && (
        <Group wrap="nowrap" gap="md">
          <Stack gap={4} style={{ flex: 1 }}>
            <Text size="sm">{progress < 100 ? `Sending, ${progress} %` : 'Reading the file …'}</Text>
            <Progress value={progress} aria-label="Upload" animated={progress === 100} />
          </Stack>
          <Button variant="default" size="xs" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      )}
      {refusal !== null && <Notice kind="failure">{refusal}</Notice>}
      {error !== null && !isUploading && (
        <Notice kind="failure" title="This file could not be taken">
          {explain(error)}
        </Notice>
      )}
    </Stack>
  );
}

function reasonOf(rejections: FileRejection[]): string {
  const code = rejections[0]?.errors[0]?.code;
  if (code === 'file-too-large') return 'This file is larger than 10 MB. Export it with smaller images.';
  if (code === 'too-many-files') return 'One file at a time, please.';
  return 'Only PDF, plain text and JSON Resume files can be read.';
}
