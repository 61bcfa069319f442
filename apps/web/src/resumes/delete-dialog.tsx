'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';

interface DeleteDialogProps {
  resumeId: string;
  title: string;
  onClose: () => void;
}

export function DeleteDialog({ resumeId, title, onClose }: DeleteDialogProps) {
  const router = useRouter();
  const tellChange = useTellChange();
  const { mutate, isPending, error } = trpc.resumes.delete.useMutation({
    onSuccess: async () => {
      router.push('/resumes');
      await tellChange('resumes');
    },
  });
  return (
    <Modal opened onClose={onClose} title="Delete this resume?" centered>
      <Stack gap="md">
        <Text>“{title}” is deleted for good. The receipts of its AI calls stay.</Text>
        {error && <Notice kind="failure">{explain(error)}</Notice>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" loading={isPending} onClick={() => mutate({ resumeId })}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
