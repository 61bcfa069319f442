/**
 * What a procedure says about the head of its response. A streamed response waits with its head until its call is
 * decided, so that a denial has its status and an admitted call its rate headers.
 */
export interface ResponseHead {
  headers: Headers;
  /** Whether the caller takes an answer that arrives bit by bit. */
  canStream: boolean;
  decided: Promise<Refusal | null>;
  decide(): void;
  refuse(refusal: Refusal): void;
}

/** What is answered in place of a stream. */
export interface Refusal {
  status: number;
  /** JSON, as a client reads it from any response that failed. */
  body: string;
}

const STREAM = 'application/jsonl';

export function createResponseHead({ headers }: Pick<Request, 'headers'>): ResponseHead {
  const { promise, resolve } = Promise.withResolvers<Refusal | null>();
  const accepted = headers.get('trpc-accept') ?? headers.get('accept') ?? '';
  return {
    headers: new Headers(),
    canStream: accepted.split(',').some((type) => type.trim() === STREAM),
    decided: promise,
    decide: () => resolve(null),
    refuse: resolve,
  };
}

/** The response with its head as decided. */
export async function withHead(response: Response, head: ResponseHead): Promise<Response> {
  const isStreamed = response.headers.get('transfer-encoding') === 'chunked';
  const refusal = isStreamed ? await head.decided : null;
  const headers = new Headers(response.headers);
  // An answer is one person's, and as of one moment.
  headers.set('cache-control', 'no-store');
  for (const [name, value] of head.headers) headers.set(name, value);
  if (!refusal) return new Response(response.body, { status: response.status, headers });
  await response.body?.cancel();
  headers.delete('transfer-encoding');
  return new Response(refusal.body, { status: refusal.status, headers });
}
