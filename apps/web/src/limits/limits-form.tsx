'use client';

import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { formatTime } from '@resumint/wording';
import { useState, type SyntheticEvent } from 'react';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Summary } from '../usage/answers.ts';
import type { DailyRow, OwnLimits } from './answers.ts';
import { CAP_FIELDS, CAP_NAMES } from './cap-fields.ts';
import { CapField } from './cap-field.tsx';
import { changedCaps, checkCaps, type Drafts } from './check-caps.ts';

interface LimitsFormProps {
  summary: Summary;
  own: OwnLimits;
  rows: readonly DailyRow[];
}

const WINDOWS = [
  { window: 'day', title: 'Each day' },
  { window: 'month', title: 'Each month' },
] as const;

/** The four limits to lower or restore, saved at once. */
export function LimitsForm({ summary, own, rows }: LimitsFormProps) {
  const { limits, warnAtPercent } = own;
  const [drafts, setDrafts] = useState<Drafts>({});
  const tellChange = useTellChange();
  const { mutate, isPending, isSuccess, error, reset } = trpc.limits.lower.useMutation({
    onSuccess: async () => {
      await tellChange('usage');
      setDrafts({});
    },
  });
  const checked = checkCaps(drafts, limits);
  const caps = changedCaps(checked, limits);
  const isChanged = Object.keys(caps).length > 0;
  const isWrong = CAP_NAMES.some((name) => checked[name].error !== null);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isChanged && !isWrong) mutate(caps);
  };
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          {WINDOWS.map(({ window, title }) => (
            <Panel
              key={window}
              title={title}
              description={`Resets ${formatTime(summary[window].resetsAt, summary.zone)}`}
            >
              <Stack gap="xl">
                {CAP_NAMES.filter((name) => CAP_FIELDS[name].window === window).map((name) => (
                  <CapField
                    key={name}
                    name={name}
                    limit={limits[name]}
                    checked={checked[name]}
                    draft={drafts[name]}
                    onDraft={(text) => {
                      reset();
                      setDrafts({ ...drafts, [name]: text });
                    }}
                    summary={summary}
                    warnAtPercent={
                      CAP_FIELDS[name].unit === 'tokens' ? warnAtPercent.tokens : warnAtPercent.cost
                    }
                    rows={rows}
                  />
                ))}
              </Stack>
            </Panel>
          ))}
        </SimpleGrid>
        <Group gap="md">
          <Button type="submit" loading={isPending} disabled={!isChanged || isWrong}>
            Save limits
          </Button>
          {isChanged && (
            <Button variant="default" onClick={() => setDrafts({})}>
              Discard changes
            </Button>
          )}
          <Text size="sm" role="status">
            {isSuccess ? 'Saved. Your limits count from the next call on.' : ''}
          </Text>
        </Group>
        {error && <Notice kind="failure">{explain(error)}</Notice>}
      </Stack>
    </form>
  );
}
