'use client';

import { Skeleton } from '@mantine/core';
import { NotificationList } from '../notifications/notification-list.tsx';
import { useNotifications } from '../notifications/use-notifications.ts';
import { Failure } from '../ui/failure.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Panel } from '../ui/panel.tsx';

const SHOWN = 5;

/** What the person was told of their limits lately. */
export function AlertHistoryPanel({ zone }: { zone: string }) {
  const { data, error, isError, refetch } = useNotifications();
  return (
    <Panel
      title="Alert history"
      description="When limits came near, were used up and reset."
      aside={
        <LinkButton href="/notifications" variant="default" size="xs">
          Show all alerts
        </LinkButton>
      }
    >
      {data ? (
        <NotificationList notifications={data.notifications.slice(0, SHOWN)} zone={zone} />
      ) : isError ? (
        <Failure title="Alerts cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={120} role="status" aria-busy aria-label="Alerts are being read" />
      )}
    </Panel>
  );
}
