import type OpenAI from 'openai';
import { ModelError } from '../model-error.ts';
import type { Model, ModelEvent, ModelRequest } from '../model.ts';
import { buildRequest } from './build-request.ts';
import { createClient, type OpenAiAccess } from './create-client.ts';
import { explainFailure } from './explain-failure.ts';
import { readEvents } from './read-events.ts';
import { watchCall, type CallWatch } from './watch-call.ts';

export interface OpenAiModelOptions extends OpenAiAccess {
  /** For the whole call, from sending to the last event. */
  timeoutMs?: number;
  /** Between two events, and from sending to the first. */
  idleTimeoutMs?: number;
}

const TIMEOUT_MS = 180_000;
const IDLE_TIMEOUT_MS = 60_000;

/**
 * A model over OpenAI's Responses API. Always streams, so that the response id is known early, and stores the
 * response at OpenAI, so that its true usage can be asked for by that id later.
 */
export function createOpenAiModel(options: OpenAiModelOptions): Model {
  const { timeoutMs = TIMEOUT_MS, idleTimeoutMs = IDLE_TIMEOUT_MS, ...access } = options;
  const client = createClient(access, timeoutMs);
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
