'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface LeaveQuestionProps {
  leave: { go: () => void } | null;
  stay: () => void;
  onDrop: () => void;
}

/** Before unsaved changes are dropped. */
export function LeaveQuestion({ leave, stay, onDrop }: LeaveQuestionProps) {
  const drop = () => {
    onDrop();
    stay();
    leave?.go();
  };
  return (
    <Modal opened={leave !== null} onClose={stay} title="Drop your changes?" centered>
      <Stack gap="md">
        <Text>What you changed is not saved yet.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={stay} data-autofocus>
            Go on editing
          </Button>
          <Button color="red" onClick={drop}>
            Drop changes
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
