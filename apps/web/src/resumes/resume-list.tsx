'use client';

import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight, IconFileText } from '@tabler/icons-react';
import { formatClock } from '@resumint/wording';
import Link from 'next/link';
import { trpc } from '../trpc/react.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Failure } from '../ui/failure.tsx';
import { useUsage } from '../usage/use-usage.ts';
import classes from './resume-list.module.css';

export function ResumeList() {
  const { data, error, isError, refetch } = trpc.resumes.list.useQuery({ limit: 50 });
  const zone = useUsage().data?.zone ?? 'UTC';
  if (!data && isError) {
    return (
      <Failure title="Your resumes cannot be read right now" error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) {
    return <Skeleton height={180} radius="lg" role="status" aria-busy aria-label="Resumes are being read" />;
  }
  if (data.resumes.length === 0) {
    return (
      <Paper p="lg">
        <EmptyState icon={IconFileText} title="No resume yet">
          Upload a file above. You look over what was read from it before anything is saved.
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack component="section" aria-label="Saved resumes" gap="sm">
      <Title order={2}>Saved</Title>
      <ul className={classes['list']}>
        {data.resumes.map(({ resumeId, title, updatedAt }) => (
          <li key={resumeId}>
            <Link href={`/resumes/${resumeId}`} className={classes['item']}>
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={500}>{title}</Text>
                  <Text size="sm" c="dimmed">
                    Saved {formatClock(updatedAt, zone)}
                  </Text>
                </div>
                <IconChevronRight size={18} aria-hidden />
              </Group>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
