import { Group, Paper, Stack, Text, Title, type PaperProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface PanelProps extends PaperProps {
  title: string;
  description?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
  tabIndex?: number;
}

/** A region of a page under a heading of its own. */
export function Panel({ title, description, aside, children, ...paper }: PanelProps) {
  const titleId = useId();
  return (
    <Paper component="section" aria-labelledby={titleId} p={{ base: 'md', sm: 'lg' }} {...paper}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={2}>
            <Title order={2} id={titleId}>
              {title}
            </Title>
            {description && (
              <Text size="sm" c="dimmed">
                {description}
              </Text>
            )}
          </Stack>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
