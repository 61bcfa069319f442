'use client';

import { trpc } from '../trpc/react.ts';
import { useSteadyFailure } from '../trpc/use-steady-failure.ts';
import { nextRefreshMs } from './next-refresh.ts';

/** The numbers of every screen. Where they cannot be read, `data` stays what it was at `data.at`. */
export function useUsage() {
  return useSteadyFailure(
    trpc.usage.summary.useQuery(undefined, {
      refetchInterval: ({ state }) =>
        nextRefreshMs({ data: state.data, hasFailed: state.status === 'error' }),
      refetchOnWindowFocus: 'always',
    }),
  );
}
