'use client';

import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { MarkAllRead } from './mark-all-read.tsx';
import { nextListMs } from './next-list.ts';
import { NotificationList } from './notification-list.tsx';
import { PAGE_SIZE } from './page-size.ts';
import { unreadCount } from './unread-count.ts';
import { useNotifications } from './use-notifications.ts';

/** All notifications, by pages. */
export function NotificationsPage() {
  const newest = useNotifications();
  const zone = useUsage().data?.zone ?? 'UTC';
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    trpc.notifications.list.useInfiniteQuery(
      { limit: PAGE_SIZE },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        refetchInterval: ({ state }) =>
          nextListMs({ data: state.data?.pages[0], hasFailed: state.status === 'error' }),
      },
    );
  const unread = newest.data?.unread ?? 0;
  return (
    <>
      <PageHeader
        title="Notifications"
        description="What became of your limits, the newest first."
        actions={
          <LinkButton href="/settings#notifications" variant="default">
            Change how you are told
          </LinkButton>
        }
      />
      <Panel
        title={unread === 0 ? 'All read' : `${unreadCount(unread)} unread`}
        aside={<MarkAllRead seenUpTo={newest.data?.seenUpTo ?? null} />}
        maw="44rem"
      >
        {data ? (
          <Stack gap="md">
            <NotificationList
              notifications={data.pages.flatMap(({ notifications }) => notifications)}
              zone={zone}
            />
            {hasNextPage && (
              <Group>
                <Button
                  variant="default"
                  size="xs"
                  loading={isFetchingNextPage}
                  onClick={() => void fetchNextPage()}
                >
                  Show older
                </Button>
              </Group>
            )}
          </Stack>
        ) : isError ? (
          <Failure
            title="Notifications cannot be read right now"
            error={error}
            onRetry={() => void refetch()}
          />
        ) : (
          <Skeleton height={240} role="status" aria-busy aria-label="Notifications are being read" />
        )}
      </Panel>
    </>
  );
}
