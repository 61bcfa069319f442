import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createContext } from './context.ts';
import type { Dependencies } from './dependencies.ts';
import { findAppError, toTrpcError } from './errors.ts';
import { assertAllowedLength, limitBody } from './http/limit-body.ts';
import { createResponseHead, withHead } from './http/response-head.ts';
import { appRouter } from './root.ts';

const MOST_CALLS_IN_BATCH = 10;

/** Serves the router as a Web-standard fetch handler, for any mount: Node and workerd alike. */
export function createHandler(
  dependencies: Dependencies,
  { endpoint }: { endpoint: string },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const head = createResponseHead();
    const response = await fetchRequestHandler({
      endpoint,
      router: appRouter,
      req: limitBody(request),
      maxBatchSize: MOST_CALLS_IN_BATCH,
      createContext: async () => {
        try {
          assertAllowedLength(request);
          return await createContext(dependencies, { headers: request.headers, head });
        } catch (error) {
          throw toTrpcError(error);
        }
      },
      onError: ({ error }) => {
        const known = findAppError(error);
        if (!known || known.cause !== undefined) dependencies.report(error);
        head.decide();
      },
    });
    if (!isStreamed(request)) head.decide();
    return withHead(response, head);
  };
}

function isStreamed({ headers }: Request): boolean {
  return headers.get('trpc-accept') === 'application/jsonl';
}
