import 'server-only';
import type { AppRouter } from '@resumint/api';
import { createHydrationHelpers } from '@trpc/react-query/rsc';
import { headers } from 'next/headers';
import { cache } from 'react';
import { composition } from '../composition.ts';
import { createQueryClient } from './create-query-client.ts';

const queryClientOfRequest = cache(() => createQueryClient());

/** Who asks for this page, and the router in this process on their behalf. Once a request. */
export const callsOfRequest = cache(async () => {
  const { callFor } = await composition();
  return callFor(new Headers(await headers()));
});

/** The router for server components: what they prefetch, the browser's hooks have at once. */
export const serverTrpc = cache(async () => {
  const { caller } = await callsOfRequest();
  return createHydrationHelpers<AppRouter>(caller, queryClientOfRequest);
});
