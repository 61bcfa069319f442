import { startEdge, type Edge } from '@resumint/local-stack';
import { inject } from 'vitest';
import type { Shared } from './compose-dependencies.ts';
import { ORIGIN } from './mount.ts';

type Handler = (request: Request) => Promise<Response>;

interface MountedEdge extends Edge {
  /** Sends a request to the worker over the network; uploads go to Node, as the browser's do. */
  handler: Handler;
}

const AS_FAST_AS_TESTS = '10000';
const UPLOAD = '/documents.upload';

/** The built worker on workerd, with the database and the model of a test. */
export async function mountEdge(
  { databaseUrl, secret, modelUrl, modelKey }: Shared,
  {
    onNode,
    log,
    bindings,
  }: { onNode: Handler; log: (line: string) => void; bindings?: Record<string, string> },
): Promise<MountedEdge> {
  const edge = await startEdge({
    directory: inject('edgeDirectory'),
    log,
    bindings: {
      APP_ORIGIN: ORIGIN,
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: secret,
      LEDGER_SECRET: secret,
      OPENAI_API_KEY: modelKey,
      OPENAI_BASE_URL: modelUrl,
      ALLOW_SIMULATED: 'model,sign-in',
      CALLS_PER_SECOND: AS_FAST_AS_TESTS,
      ...bindings,
    },
  });
  return {
    ...edge,
    handler(request) {
      const { pathname, search } = new URL(request.url);
      if (pathname.endsWith(UPLOAD)) return onNode(request);
      const { method, headers, body, signal } = request;
      const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
      return fetch(`${edge.url}${pathname}${search}`, init);
    },
  };
}
