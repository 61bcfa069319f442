import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { execute, type Database } from './execute.ts';
import { BodyError, readJsonBody } from './read-json-body.ts';
import { createSessionId, describeSession, property, readSession } from './session.ts';

export interface GatewayContext {
  database: Database;
  hasCredentials: (header: string | undefined) => boolean;
  latencyMs: number;
  log: (line: string) => void;
  /** Hears of each statement before it runs. */
  count: (statement: string) => void;
}

/** Answers one request. An error that is not the request's fault is logged and answered with 500. */
export async function handleRequest(
  context: GatewayContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(context, request, response);
  } catch (error) {
    if (error instanceof BodyError) {
      // The rest of the body is not read, so the connection cannot be used again.
      response.setHeader('connection', 'close');
      return refuse(response, error.status, { code: 'invalid_argument', message: error.message });
    }
    context.log(`The PlanetScale gateway failed: ${error instanceof Error ? error.stack : String(error)}`);
    refuse(response, 500, { code: 'internal', message: 'The gateway failed' });
  }
}

async function answer(
  context: GatewayContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!context.hasCredentials(request.headers.authorization)) {
    return refuse(response, 401, { code: 'unauthenticated', message: 'invalid auth credentials' });
  }
  if (request.method !== 'POST') {
    return refuse(response, 405, { code: 'unimplemented', message: 'Only POST is supported' });
  }
  const body = await readJsonBody(request);
  if (context.latencyMs > 0) await wait(context.latencyMs);
  switch (request.url) {
    case '/psdb.v1alpha1.Database/CreateSession': {
      const session = describeSession({ id: createSessionId(), inTransaction: false });
      return send(response, 200, { branch: 'main', user: { username: 'gateway' }, session });
    }
    case '/psdb.v1alpha1.Database/Execute': {
      const query = property(body, 'query');
      if (typeof query !== 'string') throw new BodyError(400, 'The body has no query');
      context.count(query);
      return send(
        response,
        200,
        await execute(context.database, query, readSession(property(body, 'session'))),
      );
    }
    default:
      return refuse(response, 404, { code: 'unimplemented', message: `Nothing is served at ${request.url}` });
  }
}

function refuse(response: ServerResponse, status: number, error: { code: string; message: string }): void {
  send(response, status, { error });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
