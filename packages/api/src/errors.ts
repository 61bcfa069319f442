import { AppError, type ErrorCode, type ErrorDetails } from '@resumint/errors';
import { TRPCError } from '@trpc/server';
import { DrizzleQueryError } from 'drizzle-orm';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { z } from 'zod';

const TRPC_CODES: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  limit_reached: 'TOO_MANY_REQUESTS',
  too_many_in_flight: 'TOO_MANY_REQUESTS',
  too_many_attempts: 'TOO_MANY_REQUESTS',
  too_many_requests: 'TOO_MANY_REQUESTS',
  not_granted: 'PAYMENT_REQUIRED',
  bad_input: 'BAD_REQUEST',
  too_large: 'PAYLOAD_TOO_LARGE',
  unreadable_document: 'UNPROCESSABLE_CONTENT',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  changed_elsewhere: 'CONFLICT',
  key_reused: 'CONFLICT',
  in_progress: 'CONFLICT',
  result_expired: 'CONFLICT',
  unavailable: 'SERVICE_UNAVAILABLE',
  limits_unverifiable: 'SERVICE_UNAVAILABLE',
  no_price: 'SERVICE_UNAVAILABLE',
  model_failed: 'BAD_GATEWAY',
};

/** What tRPC itself refuses, before a procedure is reached. */
const TRANSPORT_CODES: Partial<Record<TRPC_ERROR_CODE_KEY, 'bad_input' | 'not_found'>> = {
  METHOD_NOT_SUPPORTED: 'bad_input',
  UNSUPPORTED_MEDIA_TYPE: 'bad_input',
  NOT_FOUND: 'not_found',
};

/** In place of what a parser says, which tells of our code and not of the request. */
const UNREADABLE = 'The request could not be read: send one call, as JSON or as a form with a file.';

/** An application error as it is told to a client: its code tells which details there are. */
export type AppErrorShape = { [Code in ErrorCode]: { code: Code; details: ErrorDetails<Code> } }[ErrorCode];

/** The application error that caused an error, however often it was wrapped on the way. */
export function findAppError(error: unknown): AppError | null {
  return findCause(error, (cause) => cause instanceof AppError);
}

function findCause<Found extends Error>(
  error: unknown,
  isSought: (cause: Error) => cause is Found,
): Found | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isSought(cause)) return cause;
  }
  return null;
}

/** What a transport throws in place of an error: an application error keeps its code, anything else is ours to hide. */
export function toTrpcError(error: unknown): TRPCError {
  const known = findAppError(error);
  if (known) return new TRPCError({ code: TRPC_CODES[known.code], message: known.message, cause: known });
  const failedQuery = findCause(error, (cause) => cause instanceof DrizzleQueryError);
  if (failedQuery) return toTrpcError(databaseAway(failedQuery));
  if (error instanceof TRPCError) return error;
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
}

/** A statement that failed: whatever it was, no person can do more about it than wait. */
function databaseAway(cause: DrizzleQueryError): AppError {
  return new AppError(
    'unavailable',
    'Our database does not answer right now. Nothing was lost or spent. Please try again shortly.',
    { cause },
  );
}

/** The message and details that a client sees. Nothing of an unforeseen error but that it happened. */
export function describeError(error: TRPCError): { message: string; app: AppErrorShape | null } {
  const known = findAppError(error);
  if (known) return { message: known.message, app: shapeOf(known) };
  if (error.cause instanceof z.ZodError) {
    return { message: z.prettifyError(error.cause), app: { code: 'bad_input', details: {} } };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return {
      message: 'Something went wrong on our side. Nothing more is known yet. Please try again.',
      app: null,
    };
  }
  if (error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST') {
    return { message: UNREADABLE, app: { code: 'bad_input', details: {} } };
  }
  const code = TRANSPORT_CODES[error.code];
  return { message: error.message, app: code ? { code, details: {} } : null };
}

/** Whether an error is for us to look into: one that nobody foresaw, or that something else failing led to. */
export function isOurs(error: TRPCError): boolean {
  const known = findAppError(error);
  return getHTTPStatusCodeFromError(error) >= 500 && (!known || known.cause !== undefined);
}

export interface ExplainedFailure {
  message: string;
  code: ErrorCode | null;
  isOurs: boolean;
}

/** What a call that failed in this process is told as, where no transport does that. */
export function explainFailure(error: unknown): ExplainedFailure {
  const told = toTrpcError(error);
  const { message, app } = describeError(told);
  return { message, code: app?.code ?? null, isOurs: isOurs(told) };
}

/**
 * A failure as it may be thrown to a framework that logs all that it is given: what a client would be told, without its
 * causes, since those of a database quote a person's values.
 */
export function bareFailure(error: unknown): TRPCError {
  const told = toTrpcError(error);
  return new TRPCError({ code: told.code, message: describeError(told).message });
}

/** A code and the details of that code, which the constructor of AppError keeps together. */
function shapeOf({ code, details }: AppError): AppErrorShape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the constructor ties together stays so
  return { code, details } as AppErrorShape;
}
