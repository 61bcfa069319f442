import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './call.ts';
import { ClerkError } from './clerk-error.ts';
import { CLIENT_COOKIE, clientCookies, readCookie } from './cookies.ts';
import { readForm } from './read-form.ts';
import { clientResource } from './resources.ts';
import { answerCall } from './routes.ts';
import { tokenOf, type StandIn } from './stand-in.ts';

export async function handleRequest(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allowOrigin(standIn, request, response);
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  try {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const form = await readForm(request);
    const client =
      standIn.instance.clients.get(readCookie(request.headers.cookie, CLIENT_COOKIE) ?? '') ?? null;
    // clerk-js sends every change as a POST that names its method, to need no preflight.
    const method = url.searchParams.get('_method') ?? request.method ?? 'GET';
    send(standIn, response, await answerCall(standIn, method, { url, form, client }));
  } catch (error) {
    const refusal = error instanceof ClerkError ? error : internalError(error);
    sendJson(response, refusal.status, refusal.toBody());
  }
}

function send(standIn: StandIn, response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'plain':
      return sendJson(response, 200, answer.body);
    case 'client': {
      const { client } = answer;
      if (client) response.setHeader('set-cookie', clientCookies(client, standIn.keys));
      const piggybacked = client && clientResource(client, tokenOf(standIn));
      return sendJson(response, 200, { response: answer.response, client: piggybacked });
    }
    case 'redirect':
      response.writeHead(307, { location: answer.location, 'set-cookie': answer.cookies }).end();
      return;
    case 'script':
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(answer.text);
      return;
  }
}

/** The app is of another origin than the stand-in, unless it passes its requests on. */
function allowOrigin({ origin }: StandIn, { headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'origin');
  if (headers.origin !== origin) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function internalError(error: unknown): ClerkError {
  const message = error instanceof Error ? error.message : String(error);
  return new ClerkError(500, 'internal_clerk_error', { message: `The stand-in failed: ${message}` });
}
