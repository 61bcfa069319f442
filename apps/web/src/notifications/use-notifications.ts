'use client';

import { trpc } from '../trpc/react.ts';
import { useSteadyFailure } from '../trpc/use-steady-failure.ts';
import { nextListMs } from './next-list.ts';

/** The newest notifications, and how many of all are unread. One query for the bell and for every panel. */
export function useNotifications() {
  return useSteadyFailure(
    trpc.notifications.list.useQuery(undefined, {
      refetchInterval: ({ state }) => nextListMs({ data: state.data, hasFailed: state.status === 'error' }),
      refetchOnWindowFocus: 'always',
    }),
  );
}
