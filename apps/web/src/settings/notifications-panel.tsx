'use client';

import { Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Failure } from '../ui/failure.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useIsHeard } from '../ui/use-is-heard.ts';
import { SharesForm } from './shares-form.tsx';

/** When and how a person is told of their limits. */
export function NotificationsPanel() {
  const limits = trpc.limits.get.useQuery();
  const settings = trpc.notifications.settings.useQuery();
  const error = limits.error ?? settings.error;
  return (
    <Panel
      id="notifications"
      title="Notifications"
      description="You are told once in each day and month when a limit comes to a share of it, and when one resets that was used up."
    >
      {limits.data && settings.data ? (
        <Stack gap="lg">
          <SharesForm key={limits.data.alertAtPercent.join()} saved={limits.data.alertAtPercent} />
          <Channels byMail={settings.data.byMail} />
        </Stack>
      ) : error ? (
        <Failure title="Your choices cannot be read right now" error={error} />
      ) : (
        <Skeleton height={220} role="status" aria-busy aria-label="Your choices are being read" />
      )}
    </Panel>
  );
}

function Channels({ byMail }: { byMail: boolean }) {
  const isHeard = useIsHeard();
  const tellChange = useTellChange();
  const { mutate, isPending, variables, error } = trpc.notifications.setSettings.useMutation({
    onSuccess: () => tellChange('notifications'),
  });
  return (
    <Stack gap="xs">
      <Title order={3}>How</Title>
      <Text size="sm">In the app: always.</Text>
      <Switch
        label="By mail as well"
        disabled={!isHeard}
        checked={isPending ? variables.byMail : byMail}
        onChange={({ currentTarget }) => mutate({ byMail: currentTarget.checked })}
      />
      {error && <Notice kind="failure">{explain(error)}</Notice>}
    </Stack>
  );
}
