import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeReading, type Reading } from './reading.ts';

interface ReadingChoiceProps {
  name: string;
  /** What it costs. */
  note: string;
  reading: Reading | null;
  isInUse: boolean;
  onUse: (reading: Reading) => void;
  children?: ReactNode;
}

/** One way to read a file: what it found, and whether that is what stands below. */
export function ReadingChoice({ name, note, reading, isInUse, onUse, children }: ReadingChoiceProps) {
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Group justify="space-between" gap="xs" mih={30}>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        </Group>
        {isInUse ? (
          <Badge variant="light" tt="none" size="lg" leftSection={<IconCheck size={14} aria-hidden />}>
            In use
          </Badge>
        ) : (
          reading && (
            <Button size="xs" onClick={() => onUse(reading)}>
              Use this reading
            </Button>
          )
        )}
      </Group>
      {reading && (
        <Text size="sm">
          {describeReading(reading)}
          {reading.unplaced.length > 0 && `, ${reading.unplaced.length} not placed`}
        </Text>
      )}
      {children}
    </Stack>
  );
}
