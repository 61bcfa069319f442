import type { AppRouter } from '@resumint/api';
import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { createLinks, type LinkOptions } from './create-links.ts';

export type Client = TRPCClient<AppRouter>;
export type ClientOptions = LinkOptions;

/** A typed client of the router. Calls are made once: pass an `idempotencyKey` to be able to repeat one that costs. */
export function createClient(options: ClientOptions): Client {
  return createTRPCClient<AppRouter>({ links: createLinks(options) });
}
