import { Text, VisuallyHidden } from '@mantine/core';
import { describeNotice, formatClock } from '@resumint/wording';
import type { Notification } from './answers.ts';
import classes from './notifications.module.css';

interface NotificationItemProps {
  notification: Notification;
  zone: string;
}

export function NotificationItem({ notification, zone }: NotificationItemProps) {
  const { title, details } = describeNotice(notification, zone);
  const { at, isRead } = notification;
  return (
    <li className={classes['item']} data-tone={toneOf(notification)} data-unread={!isRead || undefined}>
      <span className={classes['mark']} aria-hidden />
      <div>
        <Text size="sm" fw={isRead ? 400 : 600}>
          {!isRead && <VisuallyHidden>Unread: </VisuallyHidden>}
          {title}
        </Text>
        <Text size="xs" c="dimmed" className="number">
          {details}
        </Text>
        <Text size="xs" c="dimmed" className="number">
          <time dateTime={at.toISOString()}>{formatClock(at, zone)}</time>
        </Text>
      </div>
    </li>
  );
}

/** Half of a limit is news, and no warning. */
const NEAR_PERCENT = 80;

function toneOf(notification: Notification): 'over' | 'near' | 'normal' {
  if (notification.kind === 'reset') return 'normal';
  if (notification.percent >= 100) return 'over';
  return notification.percent >= NEAR_PERCENT ? 'near' : 'normal';
}
