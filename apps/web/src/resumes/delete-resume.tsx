'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';

interface DeleteResumeProps {
  resumeId: string;
  title: string;
}

export function DeleteResume({ resumeId, title }: DeleteResumeProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const router = useRouter();
  const tellChange = useTellChange();
  const { mutate, isPending, error } = trpc.resumes.delete.useMutation({
    onSuccess: async () => {
      router.push('/resumes');
      await tellChange('resumes');
    },
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        Delete
      </Button>
      <Modal opened={isOpen} onClose={close} title="Delete this resume?" centered>
        <Stack gap="md">
          <Text>“{title}” is deleted for good. The receipts of its AI calls stay.</Text>
          {error && <Notice kind="failure">{explain(error)}</Notice>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button color="red" loading={isPending} onClick={() => mutate({ resumeId })}>
              Delete
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
