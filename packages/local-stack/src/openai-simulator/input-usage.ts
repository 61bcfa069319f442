import { countTokens } from './count-tokens.ts';
import { messageTexts } from './request-text.ts';
import { jsonSchemaFormatOf, type ResponseRequest } from './response-request.ts';

export interface InputUsage {
  inputTokens: number;
  cachedTokens: number;
}

/** What a provider adds around the texts: a role and two marks for each message, and a start of the answer. */
const TOKENS_PER_MESSAGE = 4;
const TOKENS_PER_ANSWER = 3;
const TOKENS_PER_SCHEMA = 12;

/** https://platform.openai.com/docs/guides/prompt-caching */
const CACHED_TOKENS_MIN = 1_024;
const CACHED_TOKENS_STEP = 128;

/**
 * Counts the input with roles and schema. The prefix that requests of one kind share, instructions and
 * schema, counts as cached when it is long enough, so that the answer depends on the request alone.
 */
export function measureInput(request: ResponseRequest): InputUsage {
  const prefixTokens = countInstructions(request) + countSchema(request);
  const messageTokens = messageTexts(request).map((text) => countTokens(text) + TOKENS_PER_MESSAGE);
  const inputTokens = messageTokens.reduce((sum, tokens) => sum + tokens, prefixTokens + TOKENS_PER_ANSWER);
  return { inputTokens, cachedTokens: cachedOf(prefixTokens) };
}

function countInstructions({ instructions }: ResponseRequest): number {
  return instructions ? countTokens(instructions) + TOKENS_PER_MESSAGE : 0;
}

function countSchema(request: ResponseRequest): number {
  const format = jsonSchemaFormatOf(request);
  if (format === null) return 0;
  const description = format.description ?? '';
  return countTokens(`${format.name}${description}${JSON.stringify(format.schema)}`) + TOKENS_PER_SCHEMA;
}

function cachedOf(prefixTokens: number): number {
  return prefixTokens < CACHED_TOKENS_MIN ? 0 : prefixTokens - (prefixTokens % CACHED_TOKENS_STEP);
}
