/**
 * What a procedure says about the head of its response. A streamed response waits with its head until its call is
 * decided, so that a denial has its status and an admitted call its rate headers.
 */
export interface ResponseHead {
  headers: Headers;
  status: number | null;
  decided: Promise<void>;
  decide(): void;
}

export function createResponseHead(): ResponseHead {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { headers: new Headers(), status: null, decided: promise, decide: resolve };
}

/** The response with its head as decided. */
export async function withHead(response: Response, head: ResponseHead): Promise<Response> {
  await head.decided;
  const headers = new Headers(response.headers);
  for (const [name, value] of head.headers) headers.set(name, value);
  return new Response(response.body, { status: head.status ?? response.status, headers });
}
