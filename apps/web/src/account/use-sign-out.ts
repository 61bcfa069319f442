'use client';

import { notifications } from '@mantine/notifications';
import { useTransition } from 'react';
import { signOut } from './sign-out.ts';

/** Signs out, and says so where it could not. The sign-in, where that leads, tells the other tabs. */
export function useSignOut() {
  const [isLeaving, startLeaving] = useTransition();
  const leave = (which: 'this' | 'every') =>
    startLeaving(async () => {
      const failure = await signOut(which);
      if (!failure) return;
      notifications.show({
        color: 'red',
        title: 'You are still signed in',
        message: failure.message,
        closeButtonProps: { 'aria-label': 'Close' },
      });
    });
  return { leave, isLeaving };
}
