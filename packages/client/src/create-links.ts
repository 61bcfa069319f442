import type { AppRouter } from '@resumint/api';
import { httpBatchStreamLink, httpLink, isNonJsonSerializable, splitLink, type TRPCLink } from '@trpc/client';
import superjson from 'superjson';
import { limitTime, type Fetch } from './limit-time.ts';
import type { StreamedPath } from './wire.ts';

export interface LinkOptions {
  /** Where the router is mounted, such as `https://resumint.example/api/trpc`. */
  url: string;
  /** A mount nearer to the user, which answers AI calls. Files always go to `url`. */
  edgeUrl?: string | undefined;
  /** Sent as a bearer token. In a browser the session cookie does without. */
  token?: string | undefined;
  /** `include` sends a browser's session cookie to an `edgeUrl` of another origin, too. */
  credentials?: RequestCredentials | undefined;
  /** In place of the platform's own, to call a handler in this process. */
  fetch?: Fetch;
  /** How long a call may take in all: one to a model, and any other. */
  aiTimeoutMs?: number;
  timeoutMs?: number;
}

const STREAMED: Record<StreamedPath, true> = { 'ai.summarize': true };

/** How calls travel: each is a request of its own, since each has its own rate headers. */
export function createLinks({
  url,
  edgeUrl = url,
  token,
  credentials,
  fetch = globalThis.fetch,
  aiTimeoutMs = 150_000,
  timeoutMs = 30_000,
}: LinkOptions): TRPCLink<AppRouter>[] {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const send: Fetch = (target, init) => fetch(target, credentials ? { ...init, credentials } : init);
  const call = { url, headers, transformer: superjson, fetch: limitTime(send, timeoutMs) };
  const aiCall = { ...call, url: edgeUrl, fetch: limitTime(send, aiTimeoutMs) };
  return [
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
  ];
}
