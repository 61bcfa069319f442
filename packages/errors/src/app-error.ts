import type { ErrorCode } from './codes.ts';
import type { LimitDenial } from './denial.ts';

/** What a refusal tells beside its message. Only codes with something to tell are listed. */
interface DetailsByCode {
  limit_reached: { denial: LimitDenial };
  too_many_in_flight: { denial: LimitDenial };
  not_granted: { denial: LimitDenial };
  too_many_attempts: { retryAt: Date };
  too_many_requests: { retryAt: Date };
  /** When what is there was saved. */
  changed_elsewhere: { updatedAt: Date };
  in_progress: { operationId: string };
  key_reused: { operationId: string };
  result_expired: { operationId: string };
  /** `retryable` under a new idempotency key: the same key gives the same answer again. */
  model_failed: { retryable: boolean; operationId: string; charged: boolean };
}

export type ErrorDetails<Code extends ErrorCode = ErrorCode> = Code extends keyof DetailsByCode
  ? DetailsByCode[Code]
  : Record<never, never>;

type Arguments<Code extends ErrorCode> = Code extends keyof DetailsByCode
  ? [options: { details: DetailsByCode[Code]; cause?: unknown }]
  : [options?: { cause?: unknown }];

/** The only error that crosses a package's edge on purpose. Its message is written for the person who reads it. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError';
  readonly code: Code;
  readonly details: ErrorDetails<Code>;

  constructor(code: Code, message: string, ...[options]: Arguments<Code>) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = detailsOf<Code>(options);
  }

  /** Narrows to one code, and so to its details. */
  is<Wanted extends Code>(code: Wanted): this is AppError<Wanted> {
    return this.code === code;
  }
}

/** The constructor's arguments tie details to the code; where a code has none they are empty. */
function detailsOf<Code extends ErrorCode>(
  options: { details?: unknown; cause?: unknown } | undefined,
): ErrorDetails<Code> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Arguments<Code> has checked it
  return (options?.details ?? {}) as ErrorDetails<Code>;
}
