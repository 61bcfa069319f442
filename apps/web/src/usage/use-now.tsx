'use client';

import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useUsage } from './use-usage.ts';

const EVERY_MS = 10_000;

const NowContext = createContext(0);

/** The time by the server's clock; never before an answer that is shown was true. */
export function useNow(at: Date): number {
  return Math.max(use(NowContext), at.getTime());
}

/**
 * One clock for all of a page, so that no two of its numbers tell different times. It goes on from when the summary was
 * true, and the first render has just that moment, in the server's page as in the browser's.
 */
export function NowProvider({ children }: { children: ReactNode }) {
  const from = useUsage().data?.at.getTime() ?? 0;
  const [clock, setClock] = useState({ from, passedMs: 0 });
  useEffect(() => {
    const begunAt = performance.now();
    const timer = setInterval(() => setClock({ from, passedMs: performance.now() - begunAt }), EVERY_MS);
    return () => clearInterval(timer);
  }, [from]);
  return <NowContext value={clock.from === from ? from + clock.passedMs : from}>{children}</NowContext>;
}
