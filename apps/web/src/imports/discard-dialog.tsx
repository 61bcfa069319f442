'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { forgetDraft } from '../editor/draft-storage.ts';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { importKey } from './left-imports.ts';

interface DiscardDialogProps {
  documentId: string;
  name: string;
  onClose: () => void;
}

export function DiscardDialog({ documentId, name, onClose }: DiscardDialogProps) {
  const tellChange = useTellChange();
  const { mutate, isPending, error } = trpc.documents.delete.useMutation({
    onSuccess: async () => {
      forgetDraft(sessionStorage, importKey(documentId));
      onClose();
      await tellChange('resumes');
    },
  });
  return (
    <Modal opened onClose={onClose} title="Discard this file?" centered>
      <Stack gap="md">
        <Text>“{name}” and what you typed over it are deleted. You can upload the file again.</Text>
        {error && <Notice kind="failure">{explain(error)}</Notice>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" loading={isPending} onClick={() => mutate({ documentId })}>
            Discard
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
