import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses';
import type { ModelRequest } from '../model.ts';

/** The body that OpenAI is sent. OpenAI refuses a `max_output_tokens` below 16. */
export function buildRequest(request: ModelRequest): ResponseCreateParamsStreaming {
  const { format } = request;
  return {
    model: request.model,
    instructions: request.instructions,
    input: request.input,
    max_output_tokens: request.maxOutputTokens,
    stream: true,
    // Only a stored response can be asked for its usage after the stream was lost.
    store: true,
    ...(format && {
      text: { format: { type: 'json_schema', name: format.name, schema: format.schema, strict: true } },
    }),
  };
}
