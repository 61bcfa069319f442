'use client';

import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { ResumeView } from './resume-view.tsx';

interface NewerVersionProps {
  resumeId: string;
  onTake: () => void;
  onSaveOver: (basedOn: Date) => void;
  onClose: () => void;
}

/** The version that is saved now, and what can be done about it. */
export function NewerVersion({ resumeId, onTake, onSaveOver, onClose }: NewerVersionProps) {
  const { data, error, isFetching, refetch } = trpc.resumes.get.useQuery(
    { resumeId },
    { refetchOnMount: 'always' },
  );
  if (isFetching) {
    return <Skeleton height={320} radius="lg" role="status" aria-busy aria-label="It is being read" />;
  }
  if (error || !data) {
    return <Failure title="It cannot be read right now" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Button onClick={onTake}>Take this one, drop mine</Button>
        <Button variant="default" onClick={() => onSaveOver(data.updatedAt)}>
          Save mine over it
        </Button>
        <Button variant="default" onClick={onClose}>
          Go on editing mine
        </Button>
      </Group>
      <ResumeView resume={data.content} />
    </Stack>
  );
}
