import 'server-only';
import type { AppRouter } from '@resumint/api';
import { createHydrationHelpers } from '@trpc/react-query/rsc';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { composition } from '../composition.ts';
import { createQueryClient } from './create-query-client.ts';

const queryClientOfRequest = cache(() => createQueryClient());

/** Who asks for this page, and the router in this process on their behalf. Once a request. */
export const callsOfRequest = cache(async () => {
  const { callFor } = await composition();
  return callFor(await headersOfRequest());
});

/** As they were sent, but for the cookies: an action that began another session renders its page for that one. */
async function headersOfRequest(): Promise<Headers> {
  const sent = new Headers(await headers());
  const carried = (await cookies()).toString();
  if (carried === '') sent.delete('cookie');
  else sent.set('cookie', carried);
  return sent;
}

/** The router for server components: what they prefetch, the browser's hooks have at once. */
export const serverTrpc = cache(async () => {
  const { caller } = await callsOfRequest();
  return createHydrationHelpers<AppRouter>(caller, queryClientOfRequest);
});
