'use client';

import { trpc } from '../trpc/react.ts';
import { nextRefreshMs } from './next-refresh.ts';

/** The numbers of every screen. Where they cannot be read, `data` stays what it was at `data.at`. */
export function useUsage() {
  return trpc.usage.summary.useQuery(undefined, {
    refetchInterval: ({ state }) => nextRefreshMs({ data: state.data, hasFailed: state.status === 'error' }),
    refetchOnWindowFocus: 'always',
  });
}
