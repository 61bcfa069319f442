import { IconBell } from '@tabler/icons-react';
import classes from './notifications.module.css';

const MOST_COUNTED = 99;

export function BellIcon({ unread }: { unread: number }) {
  return (
    <>
      <IconBell size={22} aria-hidden />
      {unread > 0 && (
        <span className={`${classes['count']} number`} aria-hidden>
          {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
        </span>
      )}
    </>
  );
}

export function bellLabel(unread: number): string {
  return unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`;
}
