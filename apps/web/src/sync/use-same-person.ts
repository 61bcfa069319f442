'use client';

import { useEffect, useRef } from 'react';
import { trpc } from '../trpc/react.ts';

/** Starts over where another tab has signed in somebody else: no page mixes two people. */
export function useSamePerson(): void {
  const { data } = trpc.account.me.useQuery();
  const first = useRef<string | null>(null);
  const userId = data?.userId ?? null;
  useEffect(() => {
    first.current ??= userId;
    if (userId !== null && first.current !== userId) window.location.reload();
  }, [userId]);
}
