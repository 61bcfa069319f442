import type { Response, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { ModelError } from '../model-error.ts';
import type { ModelEvent } from '../model.ts';
import { readUsage } from './read-usage.ts';
import type { CallWatch } from './watch-call.ts';

/** Turns OpenAI's events into the port's. Throws when the stream ends without one that ends the response. */
export async function* readEvents(
  stream: AsyncIterable<ResponseStreamEvent>,
  watch: Pick<CallWatch, 'pause' | 'touch'>,
): AsyncGenerator<ModelEvent> {
  let isStarted = false;
  let hasText = false;
  for await (const event of stream) {
    watch.pause();
    if (!isStarted && 'response' in event) {
      isStarted = true;
      yield { type: 'started', responseId: event.response.id };
    }
    switch (event.type) {
      case 'response.output_text.delta':
        hasText = true;
        yield { type: 'text', delta: event.delta };
        break;
      case 'response.completed':
      case 'response.incomplete':
        yield {
          type: 'finished',
          outcome: outcomeOf(event.response),
          usage: readUsage(event.response.usage),
        };
        return;
      case 'response.failed':
        throw failureOf(event.response, hasText);
      case 'error':
        throw new ModelError(`OpenAI broke off: ${event.message}`, { spent: 'unknown', retryable: true });
      default:
        break;
    }
    watch.touch();
  }
  throw new ModelError('The stream of OpenAI ended before the response did', {
    spent: 'unknown',
    retryable: true,
  });
}

function outcomeOf(response: Response): 'completed' | 'truncated' | 'refused' {
  if (response.incomplete_details?.reason === 'content_filter') return 'refused';
  if (response.status === 'incomplete') return 'truncated';
  return response.output.some(isRefusal) ? 'refused' : 'completed';
}

function isRefusal(item: Response['output'][number]): boolean {
  return item.type === 'message' && item.content.some((part) => part.type === 'refusal');
}

/**
 * A failed response names its usage when work was done. With neither usage nor text there was none; with
 * either, what it cost has to be asked for.
 */
function failureOf(response: Response, hasText: boolean): ModelError {
  const code = response.error?.code ?? 'unknown';
  return new ModelError(
    `OpenAI failed to respond (${code}): ${response.error?.message ?? 'no reason given'}`,
    {
      spent: response.usage || hasText ? 'unknown' : 'nothing',
      retryable: code === 'server_error' || code === 'rate_limit_exceeded',
    },
  );
}
