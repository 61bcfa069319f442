import type { AppRouter } from '@resumint/api';
import { isTRPCClientError } from '@trpc/client';

/** Why a call has no answer of the router: nobody there, none in time, or something else answered in its place. */
export type Loss = 'unreachable' | 'timedOut' | 'unreadable';

/** What the fetch of Node, Chromium, Firefox and Safari says of a connection that was not made, or broke on the way. */
const BROKEN = [
  'fetch failed',
  'terminated',
  'Failed to fetch',
  'network error',
  'NetworkError when attempting to fetch resource.',
  'Error in body stream',
  'Load failed',
];

/** How a call was lost, or null where the router did answer. Whether a lost call was carried out is not known. */
export function readLoss(error: unknown): Loss | null {
  const isCall = isTRPCClientError<AppRouter>(error);
  if (isCall && error.data) return null;
  const cause = isCall ? error.cause : error;
  if (!(cause instanceof Error)) return null;
  if (cause.name === 'TimeoutError') return 'timedOut';
  if (cause instanceof TypeError && BROKEN.includes(cause.message)) return 'unreachable';
  return isCall && cause instanceof SyntaxError ? 'unreadable' : null;
}
