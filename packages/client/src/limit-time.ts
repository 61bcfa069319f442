/** The part of the platform's `fetch` that calls are made with. */
export type Fetch = (url: string | URL | Request, init: RequestInit) => Promise<Response>;

/** As tRPC calls it. */
interface CallInit {
  method?: string | undefined;
  headers?: RequestInit['headers'];
  body?: RequestInit['body'];
  signal?: AbortSignal | null | undefined;
}

/**
 * A fetch that gives up on the whole of a call, its body included, after a while: it then fails with a
 * `TimeoutError`. The caller's own signal still aborts it.
 */
export function limitTime(fetch: Fetch, limitMs: number) {
  return async (url: Parameters<Fetch>[0], init: CallInit = {}): Promise<Response> => {
    const { method = 'GET', headers = {}, body = null } = init;
    const limit = AbortSignal.timeout(limitMs);
    const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
    const response = await fetch(url, { method, headers, body, signal });
    // A handler in this process does not tie the body that it streams to the signal, as the network does.
    return new Response(response.body?.pipeThrough(new TransformStream(), { signal }) ?? null, response);
  };
}
