'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { formatClock } from '@resumint/wording';
import { Notice } from '../ui/notice.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { NewerVersion } from './newer-version.tsx';

interface ChangedElsewhereProps {
  resumeId: string;
  /** When what is there was saved. */
  changedAt: Date;
  /** Leaves one's own changes for the newer version. */
  onTake: () => void;
  /** Saves one's own changes in place of the version of that time. */
  onSaveOver: (basedOn: Date) => void;
}

/** A save that would have replaced what its writer has not seen. */
export function ChangedElsewhere({ resumeId, changedAt, onTake, onSaveOver }: ChangedElsewhereProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const zone = useUsage().data?.zone ?? 'UTC';
  return (
    <Notice kind="warning" title="Not saved: this resume was changed elsewhere" role="alert">
      <Stack gap="xs">
        <Text size="sm">
          Another version was saved {formatClock(changedAt, zone)}, in another tab or on another device. Your
          changes are still here.
        </Text>
        <Group gap="xs">
          <Button size="xs" onClick={open}>
            Look at the newer version
          </Button>
          <Button size="xs" variant="default" onClick={() => onSaveOver(changedAt)}>
            Save mine over it
          </Button>
        </Group>
      </Stack>
      <Modal opened={isOpen} onClose={close} title="The newer version" size="xl">
        <NewerVersion resumeId={resumeId} onTake={onTake} onSaveOver={onSaveOver} onClose={close} />
      </Modal>
    </Notice>
  );
}
