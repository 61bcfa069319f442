'use client';

import { useQueryClient } from '@tanstack/react-query';
import { getQueryKey } from '@trpc/react-query';
import { useCallback, useEffect } from 'react';
import { trpc } from '../trpc/react.ts';
import { hearTabs, tellTabs, type Change } from './tabs.ts';

/** Asks again for all that a change touches, in this tab and in the others. */
export function useTellChange(): (change: Change) => Promise<void> {
  const refresh = useRefresh();
  return useCallback(
    async (change: Change) => {
      tellTabs(change);
      await refresh(change);
    },
    [refresh],
  );
}

/** Hears of what other tabs change. Once a page. */
export function useHearChanges(): void {
  const refresh = useRefresh();
  useEffect(() => hearTabs((change) => void refresh(change)), [refresh]);
}

function useRefresh(): (change: Change) => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    async (change: Change) => {
      await Promise.all(TOUCHED[change].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
    [queryClient],
  );
}

const TOUCHED = {
  usage: [
    getQueryKey(trpc.usage),
    getQueryKey(trpc.ai),
    getQueryKey(trpc.limits),
    getQueryKey(trpc.account),
    getQueryKey(trpc.notifications),
    getQueryKey(trpc.suggestions),
    getQueryKey(trpc.choices),
  ],
  choices: [
    getQueryKey(trpc.choices),
    getQueryKey(trpc.suggestions),
    getQueryKey(trpc.ai),
    getQueryKey(trpc.usage.fits),
  ],
  notifications: [getQueryKey(trpc.notifications)],
  resumes: [getQueryKey(trpc.resumes), getQueryKey(trpc.documents), getQueryKey(trpc.ai)],
  session: [getQueryKey(trpc.account)],
  preferences: [],
} as const satisfies Record<Change, unknown>;
