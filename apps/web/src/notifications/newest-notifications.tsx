'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useFocusTrap } from '@mantine/hooks';
import { Failure } from '../ui/failure.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { MarkAllRead } from './mark-all-read.tsx';
import { NotificationList } from './notification-list.tsx';
import classes from './notifications.module.css';
import { useNotifications } from './use-notifications.ts';

const SHOWN = 6;

/** What the bell shows. The keyboard stays in it until it is put away. */
export function NewestNotifications({ id }: { id: string }) {
  const { data, error, refetch } = useNotifications();
  const zone = useUsage().data?.zone ?? 'UTC';
  return (
    <div
      ref={useFocusTrap()}
      id={id}
      role="dialog"
      aria-label="Notifications"
      tabIndex={-1}
      className={classes['panel']}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>Notifications</Text>
          {data && <MarkAllRead seenUpTo={data.seenUpTo} />}
        </Group>
        {data ? (
          <div className={classes['scroll']}>
            <NotificationList notifications={data.notifications.slice(0, SHOWN)} zone={zone} />
          </div>
        ) : (
          error && (
            <Failure title="Notifications cannot be read" error={error} onRetry={() => void refetch()} />
          )
        )}
        <LinkButton href="/notifications" variant="light" fullWidth>
          Show all notifications
        </LinkButton>
      </Stack>
    </div>
  );
}
