'use client';

import type { Inputs } from '@resumint/client';
import { trpc } from '../trpc/react.ts';
import { useSteadyFailure } from '../trpc/use-steady-failure.ts';

export type QuoteInput = Inputs['ai']['quote'];

/** After a failure, so that a button works again as soon as its limits can be verified. */
const FAILED_MS = 4_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The price of a call, as it is now. Asked for again when usage changes, and when a limit that binds resets. */
export function useQuote(input: QuoteInput) {
  return useSteadyFailure(
    trpc.ai.quote.useQuery(input, {
      refetchInterval: ({ state }) => {
        if (state.status === 'error') return FAILED_MS;
        const resetsAt = state.data?.denial?.resetsAt;
        if (!resetsAt) return false;
        return Math.min(LONGEST_TIMER_MS, Math.max(FAILED_MS, resetsAt.getTime() - Date.now()));
      },
    }),
  );
}
