import { describeNotice, formatClock } from '@resumint/wording';
import type { Notification } from '../answers.ts';

/** Each with its time, what it says, and whether it was read. */
export function alertLines(notifications: Notification[], zone: string): string[] {
  return notifications.flatMap((notification) => {
    const { title, details } = describeNotice(notification, zone);
    const at = formatClock(notification.at, zone);
    return [`${at}  ${title}${notification.isRead ? '' : ' (new)'}`, `${' '.repeat(at.length)}  ${details}`];
  });
}
