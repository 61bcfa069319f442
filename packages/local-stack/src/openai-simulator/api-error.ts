interface ApiErrorBody {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}

/** An answer other than 2xx, in the shape that OpenAI gives to errors. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: { error: ApiErrorBody };
  readonly headers: Record<string, string>;

  constructor(status: number, error: Partial<ApiErrorBody> & { message: string }, headers = {}) {
    super(error.message);
    this.status = status;
    this.body = { error: { type: 'invalid_request_error', param: null, code: null, ...error } };
    this.headers = headers;
  }
}

export function badRequest(
  message: string,
  param: string | null = null,
  code: string | null = null,
): ApiError {
  return new ApiError(400, { message, param, code });
}
