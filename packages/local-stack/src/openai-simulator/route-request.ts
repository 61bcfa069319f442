import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { requireKey } from './api-key.ts';
import { controlSimulator } from './control-simulator.ts';
import { createResponse } from './create-response.ts';
import { listModels } from './models.ts';
import { readJson } from './read-json.ts';
import { sendJson } from './send-json.ts';
import type { SimulatorState } from './simulator-state.ts';

export async function routeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { state, closed }: { state: SimulatorState; closed: AbortSignal },
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const route = `${request.method} ${url.pathname}`;
  if (url.pathname.startsWith('/simulator/')) return controlSimulator(request, response, { state, url });
  if (!url.pathname.startsWith('/v1/')) throw unknownRoute(route);

  const key = requireKey(request);
  if (route === 'POST /v1/responses') {
    return createResponse(await readJson(request), state, { key, response, closed });
  }
  if (route === 'GET /v1/models') return sendJson(response, listModels());
  const id = /^GET \/v1\/responses\/([^/]+)$/.exec(route)?.[1];
  if (id === undefined) throw unknownRoute(route);
  const stored = state.stored.find(key, id);
  if (!stored) throw new ApiError(404, { message: `Response with id '${id}' not found.` });
  sendJson(response, stored);
}

function unknownRoute(route: string): ApiError {
  return new ApiError(404, { message: `Invalid URL (${route})` });
}
