import { Text } from '@mantine/core';
import type { Notification } from './answers.ts';
import { keyOf } from './arrived-since.ts';
import { NotificationItem } from './notification-item.tsx';
import classes from './notifications.module.css';

interface NotificationListProps {
  notifications: readonly Notification[];
  zone: string;
}

export function NotificationList({ notifications, zone }: NotificationListProps) {
  if (notifications.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        Nothing yet. You are told here when a limit comes to a share that you chose, and when one resets that
        was used up.
      </Text>
    );
  }
  return (
    <ul className={classes['list']}>
      {notifications.map((notification) => (
        <NotificationItem key={keyOf(notification)} notification={notification} zone={zone} />
      ))}
    </ul>
  );
}
