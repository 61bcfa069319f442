'use client';

import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { formatTime } from '@resumint/wording';
import { useState } from 'react';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Failure } from '../ui/failure.tsx';
import { HeardSelect } from '../ui/heard-select.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { groupZones } from './group-zones.ts';

/** In which zone a person's days begin and end. */
export function ZonePanel({ zones }: { zones: string[] }) {
  const usage = useUsage();
  return (
    <Panel
      title="Time zone"
      description="Your daily limit runs from midnight to midnight in this zone, and times are shown in it."
    >
      {usage.data ? (
        <ZoneForm zones={zones} zone={usage.data.zone} next={nextOf(usage.data)} />
      ) : usage.isError ? (
        <Failure title="Your zone cannot be read right now" error={usage.error} />
      ) : (
        <Skeleton height={90} />
      )}
    </Panel>
  );
}

interface Next {
  zone: string;
  from: Date;
}

function nextOf(summary: { nextZone: string | null; day: { resetsAt: Date } }): Next | null {
  return summary.nextZone === null ? null : { zone: summary.nextZone, from: summary.day.resetsAt };
}

function ZoneForm({ zones, zone, next }: { zones: string[]; zone: string; next: Next | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const tellChange = useTellChange();
  const { mutate, isPending, error } = trpc.account.setZone.useMutation({
    onSuccess: async () => {
      await tellChange('usage');
      setChosen(null);
    },
  });
  const shown = chosen ?? next?.zone ?? zone;
  const isChanged = shown !== (next?.zone ?? zone);
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <HeardSelect
          label="Zone"
          data={groupZones(zones.includes(shown) ? zones : [shown, ...zones])}
          value={shown}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          style={{ flex: 1 }}
          miw={240}
        />
        <Button disabled={!isChanged} loading={isPending} onClick={() => mutate({ zone: shown })}>
          Save zone
        </Button>
      </Group>
      {isChanged && (
        <Text size="sm" c="dimmed">
          It takes effect when the running day ends, so no day is cut short or counted twice.
        </Text>
      )}
      {next && !isChanged && (
        <Notice kind="info">
          Your days run in {zone} until {formatTime(next.from, zone)}, and in {next.zone} from then on.
        </Notice>
      )}
      {error && <Notice kind="failure">{explain(error)}</Notice>}
    </Stack>
  );
}
