import { z } from 'zod';
import { badRequest, type ApiError } from './api-error.ts';

const OUTPUT_TOKENS_MIN = 16;

const TextPart = z.strictObject({ type: z.enum(['input_text', 'output_text']), text: z.string() });

const Message = z.strictObject({
  type: z.literal('message').optional(),
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.union([z.string(), z.array(TextPart)]),
});

const JsonSchemaFormat = z.strictObject({
  type: z.literal('json_schema'),
  name: z.string().regex(/^[\w-]{1,64}$/),
  schema: z.record(z.string(), z.unknown()),
  strict: z.boolean().nullish(),
  description: z.string().optional(),
});

/** What of OpenAI's request the simulator knows. It refuses the rest, where silence would hide a difference. */
export const ResponseRequest = z.strictObject({
  model: z.string(),
  input: z.union([z.string(), z.array(Message)]),
  instructions: z.string().nullish(),
  max_output_tokens: z.int().min(OUTPUT_TOKENS_MIN).nullish(),
  stream: z.boolean().nullish(),
  store: z.boolean().nullish(),
  text: z
    .strictObject({
      format: z
        .discriminatedUnion('type', [z.strictObject({ type: z.literal('text') }), JsonSchemaFormat])
        .optional(),
      verbosity: z.enum(['low', 'medium', 'high']).nullish(),
    })
    .optional(),
  reasoning: z
    .strictObject({
      effort: z.enum(['minimal', 'low', 'medium', 'high']).nullish(),
      summary: z.enum(['auto', 'concise', 'detailed']).nullish(),
    })
    .nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
  prompt_cache_key: z.string().optional(),
  safety_identifier: z.string().optional(),
  service_tier: z.enum(['auto', 'default']).nullish(),
  tools: z.array(z.never()).optional(),
  truncation: z.literal('disabled').nullish(),
  user: z.string().optional(),
});

export type ResponseRequest = z.infer<typeof ResponseRequest>;
export type JsonSchemaFormat = z.infer<typeof JsonSchemaFormat>;

export function parseResponseRequest(body: unknown): ResponseRequest {
  const parsed = ResponseRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? toApiError(issue, body) : badRequest('The request cannot be read');
}

export function jsonSchemaFormatOf(request: ResponseRequest): JsonSchemaFormat | null {
  const format = request.text?.format;
  return format?.type === 'json_schema' ? format : null;
}

function toApiError(issue: z.core.$ZodIssue, body: unknown): ApiError {
  const param = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = [...issue.path.map(String), issue.keys[0]].join('.');
    return badRequest(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
  }
  if (!isThere(body, issue.path)) {
    return badRequest(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  }
  if (issue.code === 'too_small' && param === 'max_output_tokens') {
    const message = `Invalid '${param}': integer below minimum value. Expected a value >= ${OUTPUT_TOKENS_MIN}.`;
    return badRequest(message, param, 'integer_below_min_value');
  }
  const code = issue.code === 'invalid_type' ? 'invalid_type' : 'invalid_value';
  return badRequest(`Invalid value for '${param}': ${issue.message}.`, param, code);
}

function isThere(body: unknown, path: readonly PropertyKey[]): boolean {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !(key in value)) return false;
    value = Reflect.get(value, key);
  }
  return value !== undefined;
}
