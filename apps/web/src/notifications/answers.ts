import type { Outputs } from '@resumint/client';

export type NotificationList = Outputs['notifications']['list'];
export type Notification = NotificationList['notifications'][number];
