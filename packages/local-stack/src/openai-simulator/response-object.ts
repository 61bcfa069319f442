import type {
  Response,
  ResponseFormatTextConfig,
  ResponseOutputItem,
  ResponseOutputMessage,
  ResponseUsage,
} from 'openai/resources/responses/responses';
import type { ResponsePlan } from './plan-response.ts';
import type { ResponseRequest } from './response-request.ts';

/** A response as OpenAI sends it; `output_text` is added by the SDK. */
export type WireResponse = Omit<Response, 'output_text' | 'usage'> & {
  usage: ResponseUsage | null;
  store: boolean;
};

export interface ResponseIds {
  response: string;
  reasoning: string;
  message: string;
}

export function newResponse(request: ResponseRequest, id: string, createdAtMs: number): WireResponse {
  return {
    id,
    object: 'response',
    created_at: Math.floor(createdAtMs / 1000),
    status: 'in_progress',
    background: false,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    model: request.model,
    output: [],
    parallel_tool_calls: true,
    previous_response_id: null,
    reasoning: { effort: request.reasoning?.effort ?? null, summary: request.reasoning?.summary ?? null },
    access_programs: null,
    service_tier: 'default',
    store: request.store ?? true,
    temperature: request.temperature ?? 1,
    text: { format: echoedFormat(request), verbosity: request.text?.verbosity ?? 'medium' },
    tool_choice: 'auto',
    tools: [],
    top_p: request.top_p ?? 1,
    truncation: 'disabled',
    usage: null,
  };
}

function echoedFormat({ text }: ResponseRequest): ResponseFormatTextConfig {
  const format = text?.format;
  if (format?.type !== 'json_schema') return { type: 'text' };
  const { type, name, schema, description } = format;
  return {
    type,
    name,
    schema,
    strict: format.strict ?? false,
    ...(description !== undefined && { description }),
  };
}

export function reasoningItem(ids: ResponseIds): ResponseOutputItem {
  return { id: ids.reasoning, type: 'reasoning', summary: [] };
}

export function messageItem(
  ids: ResponseIds,
  status: ResponseOutputMessage['status'],
  content: ResponseOutputMessage['content'],
): ResponseOutputMessage {
  return { id: ids.message, type: 'message', status, role: 'assistant', content };
}

export function contentPart(
  kind: ResponsePlan['kind'],
  text: string,
): ResponseOutputMessage['content'][number] {
  if (kind === 'refusal') return { type: 'refusal', refusal: text };
  return { type: 'output_text', annotations: [], logprobs: [], text };
}

export function wireUsage(plan: ResponsePlan, outputTokens: number = plan.outputTokens): ResponseUsage {
  return {
    input_tokens: plan.inputTokens,
    input_tokens_details: { cached_tokens: plan.cachedTokens, cache_write_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: Math.min(plan.reasoningTokens, outputTokens) },
    total_tokens: plan.inputTokens + outputTokens,
  };
}
