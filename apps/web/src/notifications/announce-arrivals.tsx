'use client';

import { VisuallyHidden } from '@mantine/core';
import { describeNotice } from '@resumint/wording';
import { useEffect, useRef, useState } from 'react';
import { useUsage } from '../usage/use-usage.ts';
import type { Notification } from './answers.ts';
import { arrivedSince } from './arrived-since.ts';
import { useNotifications } from './use-notifications.ts';

/** Reads out what is new, when the person pauses. What was there when the page was opened is not. Once a page. */
export function AnnounceArrivals() {
  const { data } = useNotifications();
  const zone = useUsage().data?.zone ?? 'UTC';
  const known = useRef<readonly Notification[] | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!data) return;
    const arrived = known.current === null ? [] : arrivedSince(known.current, data.notifications);
    known.current = data.notifications;
    if (arrived.length > 0) setSaid(arrived.map((one) => lineOf(one, zone)).join(' '));
  }, [data, zone]);
  return (
    <VisuallyHidden role="status" aria-live="polite" aria-label="New notifications">
      {said}
    </VisuallyHidden>
  );
}

function lineOf(notification: Notification, zone: string): string {
  const { title, details } = describeNotice(notification, zone);
  return `${title}. ${details}.`;
}
