'use client';

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { formatClock } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { DiscardImport } from './discard-import.tsx';
import { leftImports } from './left-imports.ts';

/** Files that were uploaded and not saved yet. Nothing where there are none, or where they cannot be read. */
export function LeftImportsList() {
  const documents = trpc.documents.list.useQuery({ limit: 20 });
  const resumes = trpc.resumes.list.useQuery({ limit: 50 });
  const zone = useUsage().data?.zone ?? 'UTC';
  if (!documents.data || !resumes.data) return null;
  const left = leftImports(documents.data, resumes.data);
  if (left.length === 0) return null;
  return (
    <Stack component="section" aria-label="Uploaded, not saved" gap="sm">
      <Title order={2}>Not saved yet</Title>
      {left.map(({ documentId, name, createdAt }) => (
        <Paper key={documentId} px="md" py="sm">
          <Group justify="space-between" gap="xs">
            <div>
              <AppLink href={`/imports/${documentId}`} fw={500}>
                Go on with {name}
              </AppLink>
              <Text size="sm" c="dimmed">
                Uploaded {formatClock(createdAt, zone)}
              </Text>
            </div>
            <DiscardImport documentId={documentId} name={name} />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
