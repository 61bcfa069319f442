import type { AppRouter } from '@resumint/api';
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpLink,
  isNonJsonSerializable,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import superjson from 'superjson';
import { limitTime, type Fetch } from './limit-time.ts';
import type { StreamedPath } from './wire.ts';

export type Client = TRPCClient<AppRouter>;

export interface ClientOptions {
  /** Where the router is mounted, such as `https://resumint.example/api/trpc`. */
  url: string;
  /** Sent as a bearer token. In a browser the session cookie does without. */
  token?: string | undefined;
  /** In place of the platform's own, to call a handler in this process. */
  fetch?: Fetch;
  /** How long a call may take in all: one to a model, and any other. */
  aiTimeoutMs?: number;
  timeoutMs?: number;
}

const STREAMED: Record<StreamedPath, true> = { 'ai.summarize': true };

/**
 * A typed client of the router. Each call is a request of its own, since each has its own rate headers. Calls are
 * made once: pass an `idempotencyKey` to be able to repeat one that costs.
 */
export function createClient({
  url,
  token,
  fetch = globalThis.fetch,
  aiTimeoutMs = 150_000,
  timeoutMs = 30_000,
}: ClientOptions): Client {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const call = { url, headers, transformer: superjson, fetch: limitTime(fetch, timeoutMs) };
  const aiCall = { ...call, fetch: limitTime(fetch, aiTimeoutMs) };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ input }) => isNonJsonSerializable(input),
        true: httpLink({
          ...call,
          transformer: { serialize: (form: unknown) => form, deserialize: superjson.deserialize },
        }),
        false: splitLink({
          condition: ({ path }) => path in STREAMED,
          // tRPC streams batches only, so this one has a batch of one.
          true: httpBatchStreamLink({ ...aiCall, maxItems: 1 }),
          false: splitLink({
            condition: ({ path }) => path.startsWith('ai.'),
            true: httpLink(aiCall),
            false: httpLink(call),
          }),
        }),
      }),
    ],
  });
}
