import { readAppError } from '@resumint/client';
import { MutationCache, QueryCache } from '@tanstack/react-query';
import { createQueryClient } from './create-query-client.ts';

/** A session that has ended, in this tab or another, leads back to the sign-in, and from there to this page. */
export function createBrowserQueryClient() {
  return createQueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
  });
}

function leaveIfSignedOut(error: unknown): void {
  if (readAppError(error)?.code !== 'unauthenticated') return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
