import OpenAI from 'openai';
import { ModelError } from '../model-error.ts';
import type { Model, ModelEvent, ModelRequest } from '../model.ts';
import { buildRequest } from './build-request.ts';
import { explainFailure } from './explain-failure.ts';
import { readEvents } from './read-events.ts';
import { watchCall, type CallWatch } from './watch-call.ts';

export interface OpenAiModelOptions {
  apiKey: string;
  /** Ends in the version, as in `https://api.openai.com/v1`, which is the default. */
  baseUrl?: string;
  /** For the whole call, from sending to the last event. */
  timeoutMs?: number;
  /** Between two events, and from sending to the first. */
  idleTimeoutMs?: number;
}

const BASE_URL = 'https://api.openai.com/v1';
const TIMEOUT_MS = 180_000;
const IDLE_TIMEOUT_MS = 60_000;

/**
 * A model over OpenAI's Responses API. Always streams, so that the response id is known early, and stores the
 * response at OpenAI, so that its true usage can be asked for by that id later.
 */
export function createOpenAiModel(options: OpenAiModelOptions): Model {
  const { apiKey, baseUrl = BASE_URL, timeoutMs = TIMEOUT_MS, idleTimeoutMs = IDLE_TIMEOUT_MS } = options;
  // Every option that the SDK would otherwise read from the environment is given.
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: timeoutMs,
  });
  return (request, signal) => callOnce(client, request, watchCall(signal, { timeoutMs, idleTimeoutMs }));
}

async function* callOnce(
  client: OpenAI,
  request: ModelRequest,
  watch: CallWatch,
): AsyncGenerator<ModelEvent> {
  try {
    watch.start();
    if (watch.stoppedBy() !== null) {
      throw new ModelError('The call was aborted before it was sent', { spent: 'nothing', retryable: false });
    }
    const stream = await client.responses.create(buildRequest(request), { signal: watch.signal });
    yield* readEvents(stream, watch);
    return;
  } catch (error) {
    throw explainFailure(error, watch.stoppedBy());
  } finally {
    watch.end();
  }
}
