'use client';

import { ActionIcon } from '@mantine/core';
import Link from 'next/link';
import { BellIcon, bellLabel } from './bell-icon.tsx';
import classes from './notifications.module.css';
import { useNotifications } from './use-notifications.ts';

/** The bell where there is no room beside the page: it leads to one with all of them. */
export function BellLink() {
  const { data } = useNotifications();
  const unread = data?.unread ?? 0;
  return (
    <ActionIcon
      component={Link}
      href="/notifications"
      variant="subtle"
      color="gray"
      size="lg"
      className={classes['bell']}
      aria-label={bellLabel(unread)}
    >
      <BellIcon unread={unread} />
    </ActionIcon>
  );
}
