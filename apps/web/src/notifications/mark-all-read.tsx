'use client';

import { Button } from '@mantine/core';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { Notice } from '../ui/notice.tsx';
import type { NotificationList } from './answers.ts';

/** Marks what was there when it was listed: what came meanwhile stays unread. */
export function MarkAllRead({ seenUpTo }: Pick<NotificationList, 'seenUpTo'>) {
  const tellChange = useTellChange();
  const { mutate, isPending, error } = trpc.notifications.markRead.useMutation({
    onSuccess: () => tellChange('notifications'),
  });
  return (
    <>
      {error && <Notice kind="failure">{explain(error)}</Notice>}
      <Button
        variant="default"
        size="xs"
        onClick={() => seenUpTo && !isPending && mutate({ seenUpTo })}
        {...((seenUpTo === null || isPending) && OFF)}
      >
        Mark all as read
      </Button>
    </>
  );
}

/** A button that is disabled loses the keyboard, and with it Escape leaves the popover alone. */
const OFF = { 'aria-disabled': true, 'data-disabled': true };
