/** What stops a command before the server is asked, or in place of it. */
export type LocalCode = 'usage' | 'file_too_large' | 'stopped' | 'not_signed_in';

export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: LocalCode;
  /** What programs are told beside the message. */
  readonly details: Record<string, unknown>;

  constructor(code: LocalCode, message: string, { details = {}, cause }: CommandErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

interface CommandErrorOptions {
  details?: Record<string, unknown>;
  cause?: unknown;
}

export function usageError(message: string, cause?: unknown): CommandError {
  return new CommandError('usage', message, { cause });
}
