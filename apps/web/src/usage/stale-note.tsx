import { Text } from '@mantine/core';
import { formatClock } from '@resumint/wording';

interface StaleNoteProps {
  at: Date;
  zone: string;
}

/** Beside numbers that could not be read again: when they were true. */
export function StaleNote({ at, zone }: StaleNoteProps) {
  return (
    <Text size="xs" role="status" c="var(--mantine-color-text)">
      As of {formatClock(at, zone)}. Newer numbers cannot be read right now; trying again.
    </Text>
  );
}
