import { IconBell } from '@tabler/icons-react';
import { unreadCount } from './unread-count.ts';
import classes from './notifications.module.css';

export function BellIcon({ unread }: { unread: number }) {
  return (
    <>
      <IconBell size={22} aria-hidden />
      {unread > 0 && (
        <span className={`${classes['count']} number`} aria-hidden>
          {unreadCount(unread)}
        </span>
      )}
    </>
  );
}

export function bellLabel(unread: number): string {
  return unread === 0 ? 'Notifications' : `Notifications, ${unreadCount(unread)} unread`;
}
