import type { ModelRequest } from '@resumint/ai';
import { countTokens } from './count-tokens.ts';

/** What a provider adds that no tokenizer sees: roles and marks around each message, and around a schema. */
const MARGIN_TOKENS = 48;
/** Room for how a provider writes a schema out, in percent of its tokens. */
const SCHEMA_MARGIN_PERCENT = 10;

/** An upper bound of the input tokens that a provider will count for a request. */
export function estimateInput({
  instructions,
  input,
  format,
}: Omit<ModelRequest, 'maxOutputTokens'>): number {
  const schemaTokens = format ? countTokens(format.name + JSON.stringify(format.schema)) : 0;
  const schemaMargin = Math.ceil((schemaTokens * SCHEMA_MARGIN_PERCENT) / 100);
  return countTokens(instructions) + countTokens(input) + schemaTokens + schemaMargin + MARGIN_TOKENS;
}
