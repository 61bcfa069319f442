import { APIConnectionError, APIError } from 'openai';
import { ModelError } from '../model-error.ts';
import { readRetryAfter } from './read-retry-after.ts';
import type { StopReason } from './watch-call.ts';

const STOP_MESSAGES = {
  caller: 'The call was aborted',
  timeout: 'OpenAI took too long to finish',
  idle: 'OpenAI sent nothing for too long',
} satisfies Record<StopReason, string>;

/** Errors of Node's sockets that come before a byte of the request is sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A gateway that gave up waiting, or got an answer that it could not read, cannot tell whether the model worked. */
const CANNOT_TELL = new Set([408, 504, 520, 524]);

const CAUSE_DEPTH_MAX = 5;

/** Says of anything that a call can throw what it may have cost and whether trying again can help. */
export function explainFailure(error: unknown, stoppedBy: StopReason | null): ModelError {
  if (error instanceof ModelError && (stoppedBy === null || error.spent === 'nothing')) return error;
  if (stoppedBy !== null) {
    return new ModelError(STOP_MESSAGES[stoppedBy], {
      spent: 'unknown',
      retryable: stoppedBy !== 'caller',
      cause: error,
    });
  }
  if (error instanceof APIConnectionError) {
    return new ModelError('The connection to OpenAI failed', {
      spent: wasNeverSent(error) ? 'nothing' : 'unknown',
      retryable: true,
      cause: error,
    });
  }
  if (isAnswer(error)) return explainStatus(error);
  return new ModelError('The stream of OpenAI broke', { spent: 'unknown', retryable: true, cause: error });
}

type AnswerError = APIError<number, Headers>;

function isAnswer(error: unknown): error is AnswerError {
  return error instanceof APIError && typeof error.status === 'number';
}

function explainStatus(error: AnswerError): ModelError {
  const { status } = error;
  const isQuotaUsedUp = error.code === 'insufficient_quota';
  return new ModelError(`OpenAI answered ${error.message}`, {
    spent: CANNOT_TELL.has(status) ? 'unknown' : 'nothing',
    retryable: status === 408 || (status === 429 && !isQuotaUsedUp) || status >= 500,
    retryAfterMs: readRetryAfter(error.headers),
    cause: error,
  });
}

/** Where the runtime does not say, as on workerd, the answer is no. */
function wasNeverSent(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > CAUSE_DEPTH_MAX) return false;
  if ('code' in error && typeof error.code === 'string' && NEVER_SENT.has(error.code)) return true;
  if (error instanceof AggregateError) {
    return error.errors.length > 0 && error.errors.every((inner) => wasNeverSent(inner, depth + 1));
  }
  return 'cause' in error && wasNeverSent(error.cause, depth + 1);
}
