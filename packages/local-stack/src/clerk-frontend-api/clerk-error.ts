/** An answer other than 2xx, in the shape that Clerk gives to errors. */
export class ClerkError extends Error {
  override readonly name = 'ClerkError';
  readonly status: number;
  readonly code: string;
  readonly parameter: string | undefined;

  constructor(status: number, code: string, { message, parameter }: { message: string; parameter?: string }) {
    super(message);
    this.status = status;
    this.code = code;
    this.parameter = parameter;
  }

  toBody() {
    const { code, message, parameter } = this;
    const meta = parameter === undefined ? {} : { param_name: parameter };
    return { errors: [{ code, message, long_message: message, meta }], clerk_trace_id: 'stand-in' };
  }
}

export function notFound(what: string): ClerkError {
  return new ClerkError(404, 'resource_not_found', { message: `The stand-in has no ${what}.` });
}
