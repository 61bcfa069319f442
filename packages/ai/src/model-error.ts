/** A model call that did not finish. `spent` says what is known of its cost: nothing was, or it cannot be told. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly spent: 'nothing' | 'unknown';
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    options: {
      spent: 'nothing' | 'unknown';
      retryable: boolean;
      retryAfterMs?: number | null;
      cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.spent = options.spent;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
