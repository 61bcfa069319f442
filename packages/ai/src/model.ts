/** One request to a language model, in the terms that every provider shares. */
export interface ModelRequest {
  model: string;
  instructions: string;
  input: string;
  /** The provider may not produce more than this, reasoning included. */
  maxOutputTokens: number;
  /** Present when the answer must be JSON of this schema (JSON Schema, strict subset). */
  format?: { name: string; schema: Record<string, unknown> };
}

/** As the provider reports it: cached tokens are part of input, reasoning tokens part of output. */
export interface ModelUsage {
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  reasoningTokens: number;
}

export type ModelEvent =
  | { type: 'started'; responseId: string }
  | { type: 'text'; delta: string }
  /** `usage` is null when the provider left it out. `truncated` means the output cap was reached. */
  | { type: 'finished'; outcome: 'completed' | 'truncated' | 'refused'; usage: ModelUsage | null };

/**
 * Calls a model once, without retries, and yields what arrives. Ends with `finished` or throws a ModelError.
 * Aborting the signal closes the connection to the provider.
 */
export type Model = (request: ModelRequest, signal: AbortSignal) => AsyncIterable<ModelEvent>;
