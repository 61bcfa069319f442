import { getTRPCErrorShape } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import superjson from 'superjson';
import { createContext } from './context.ts';
import type { Dependencies } from './dependencies.ts';
import { findAppError, isOurs, toTrpcError } from './errors.ts';
import { assertTrusted } from './http/assert-trusted.ts';
import { answerPreflight, shareWith } from './http/cross-origin.ts';
import { assertAllowedLength, limitBody } from './http/limit-body.ts';
import { refusalHeaders } from './http/refusal-headers.ts';
import { createResponseHead, withHead } from './http/response-head.ts';
import { whileRead } from './http/while-read.ts';
import { appRouter } from './root.ts';

/** One call a request: each has its own limits, status and headers, and none multiplies work. */
const MOST_CALLS_IN_BATCH = 1;

export interface HandlerOptions {
  /** The path that the router is under. */
  endpoint: string;
  /** Of the web app, as browsers send them: from other pages the session cookie changes nothing and reads nothing. */
  origins: readonly string[];
}

/** Serves the router as a Web-standard fetch handler, for any mount: Node and workerd alike. */
export function createHandler(
  dependencies: Dependencies,
  { endpoint, origins }: HandlerOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const preflight = answerPreflight(request, origins);
    if (preflight) return preflight;
    const head = createResponseHead(request);
    const left = new AbortController();
    const { limited, dropRest } = limitBody(request, left.signal);
    const response = await fetchRequestHandler({
      endpoint,
      router: appRouter,
      req: limited,
      maxBatchSize: MOST_CALLS_IN_BATCH,
      createContext: async () => {
        try {
          assertAllowedLength(request);
          assertTrusted(request, origins);
          return await createContext(dependencies, { headers: request.headers, head });
        } catch (error) {
          for (const [name, value] of Object.entries(refusalHeaders(findAppError(error)))) {
            head.headers.set(name, value);
          }
          throw toTrpcError(error);
        }
      },
      onError: ({ error, ...call }) => {
        if (isOurs(error)) dependencies.report(error);
        const { _config: config } = appRouter._def;
        const shape = getTRPCErrorShape({ config, error, ...call });
        head.refuse({
          status: shape.data.httpStatus,
          body: JSON.stringify({ error: superjson.serialize(shape) }),
        });
      },
    });
    const answer = await withHead(whileRead(response, left), head);
    await dropRest();
    return shareWith(answer, request, origins);
  };
}
