import { Button, Stack, Text } from '@mantine/core';
import { explain } from './explain.ts';
import { Notice } from './notice.tsx';

interface FailureProps {
  title: string;
  error: unknown;
  onRetry?: () => void;
}

/** In place of what could not be read, where nothing of it is known. */
export function Failure({ title, error, onRetry }: FailureProps) {
  return (
    <Notice kind="failure" title={title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{explain(error)}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Stack>
    </Notice>
  );
}
