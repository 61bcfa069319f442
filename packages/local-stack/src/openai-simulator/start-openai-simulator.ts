import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { Fault, type FaultInput } from './faults.ts';
import type { Produced } from './produced-log.ts';
import { routeRequest } from './route-request.ts';
import { sendJson } from './send-json.ts';
import { createState, type SimulatorState } from './simulator-state.ts';

export interface OpenAiSimulatorOptions {
  /** Any free port when absent. */
  port?: number;
  /** Answers come as fast as they can be written when absent. */
  tokensPerSecond?: number;
  now?: () => number;
  /** Remember what was produced, for `produced`. */
  record?: boolean;
  /** How many of its newest responses can be asked for by id. */
  responsesKept?: number;
}

export interface OpenAiSimulator {
  /** `http://127.0.0.1:PORT/v1`, the base URL of the SDK. */
  url: string;
  /** Orders faults for the next calls of this key; they happen one after the other. */
  fault(key: string, ...faults: FaultInput[]): void;
  /** Lets hung calls of this key go on, and says how many there were. */
  release(key: string): number;
  /** How many calls of this key hang. */
  hanging(key: string): number;
  /** All that calls of this key, or of any, made it produce, oldest first. Empty unless started with `record`. */
  produced(key?: string): Produced[];
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Answers the OpenAI SDK on loopback over OpenAI's wire protocol, from the request alone, with faults on request. */
export async function startOpenAiSimulator(options: OpenAiSimulatorOptions = {}): Promise<OpenAiSimulator> {
  const state = createState(options);
  const server = createServer((request, response) => void answer(request, response, state));
  server.listen(options.port ?? 0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The OpenAI simulator has no port');

  let stopped: Promise<void> | undefined;
  return {
    url: `http://${HOST}:${address.port}/v1`,
    fault: (key, ...faults) =>
      state.faults.add(
        key,
        faults.map((fault) => Fault.parse(fault)),
      ),
    release: (key) => state.hung.release(key),
    hanging: (key) => state.hung.count(key),
    produced: (key) => state.produced.of(key),
    stop: () => (stopped ??= close(server)),
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: SimulatorState,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  response.on('error', () => gone.abort());
  response.setHeader('x-simulated', 'true');
  response.setHeader('x-request-id', `req_${randomUUID().replaceAll('-', '')}`);
  try {
    await routeRequest(request, response, { state, closed: gone.signal });
  } catch (error) {
    if (gone.signal.aborted) return;
    if (response.headersSent) {
      response.destroy(toError(error));
      return;
    }
    const { status, body, headers } = error instanceof ApiError ? error : serverError(error);
    sendJson(response, body, { status, headers });
  }
}

function serverError(error: unknown): ApiError {
  return new ApiError(500, {
    message: `The simulator failed: ${toError(error).message}`,
    type: 'server_error',
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
