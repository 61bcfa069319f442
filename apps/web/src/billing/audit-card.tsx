'use client';

import { Button, Group, List, Stack, Text } from '@mantine/core';
import { describeAudit } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Audit } from '../usage/answers.ts';
import { auditToShow } from './audit-to-show.ts';
import { CheckedAgo } from './checked-ago.tsx';

/** Whether the meter is the sum of the receipts, as checked for this page, and again when it is asked for. */
export function AuditCard({ zone }: { zone: string }) {
  const glance = trpc.usage.audit.useQuery({ extent: 'recent' });
  // Only when it is asked for. Its last answer stays where the next one fails.
  const whole = trpc.usage.audit.useQuery({ extent: 'usual' }, { enabled: false });
  const audit = auditToShow(glance.data, whole.data);
  const error = whole.error ?? (audit ? null : glance.error);
  return (
    <Panel title="Proof of your meter">
      {audit && <Result audit={audit} />}
      {error !== null && (
        <Notice kind="warning" title="It could not be checked just now">
          <Text size="sm">{explain(error)}</Text>
        </Notice>
      )}
      <Group gap="sm">
        <Button variant="default" size="xs" loading={whole.isFetching} onClick={() => void whole.refetch()}>
          Check again
        </Button>
        {audit && <CheckedAgo at={audit.checkedAt} zone={zone} />}
      </Group>
    </Panel>
  );
}

function Result({ audit }: { audit: Audit }) {
  const { isSound, title, details, problems } = describeAudit(audit);
  if (isSound) {
    return (
      <Stack gap={4} role="status">
        <Text fw={600}>{title}.</Text>
        <Text size="sm" c="dimmed" className="number">
          {details}
        </Text>
      </Stack>
    );
  }
  return (
    <Notice kind="failure" title={title}>
      <Stack gap="sm">
        {problems.length > 0 && (
          <List size="sm" spacing={4}>
            {problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        )}
        <Text size="sm">
          {details} What is charged from now on is still held and counted one by one. Check again; if it stays
          so, tell whoever runs this installation which entries these are: they can audit your record as a
          whole and put it right.
        </Text>
      </Stack>
    </Notice>
  );
}
