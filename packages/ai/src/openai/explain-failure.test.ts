import { APIConnectionError, APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../model-error.ts';
import { explainFailure } from './explain-failure.ts';

const socketError = (code: string) => Object.assign(new Error(code), { code });
/** As fetch of Node hands it on through the SDK. */
const connectionError = (cause: Error) =>
  new APIConnectionError({ message: 'Connection error.', cause: new TypeError('fetch failed', { cause }) });
const answer = (status: number, code: string | null = null) =>
  APIError.generate(status, { error: { message: 'no', code } }, undefined, new Headers());

describe('explainFailure', () => {
  it.each([
    ['a refused connection', connectionError(socketError('ECONNREFUSED'))],
    ['a name that is not found', connectionError(socketError('ENOTFOUND'))],
    ['a connection that was never made', connectionError(socketError('UND_ERR_CONNECT_TIMEOUT'))],
    [
      'all addresses of a name refused',
      connectionError(
        new AggregateError([socketError('ECONNREFUSED'), socketError('ENETUNREACH')], 'all failed'),
      ),
    ],
    ['an overload', answer(503)],
    ['a rate limit', answer(429, 'rate_limit_exceeded')],
  ])('takes %s for nothing spent, to be tried again', (_, error) => {
    expect(explainFailure(error, null)).toMatchObject({ spent: 'nothing', retryable: true, cause: error });
  });

  it.each([
    ['a bad request', answer(400)],
    ['a used up quota', answer(429, 'insufficient_quota')],
  ])('takes %s for nothing spent, with no sense in trying again', (_, error) => {
    expect(explainFailure(error, null)).toMatchObject({ spent: 'nothing', retryable: false });
  });

  it.each([
    ['a connection that was reset', connectionError(socketError('ECONNRESET'))],
    ['a connection error that says nothing', new APIConnectionError({ message: 'Network connection lost.' })],
    [
      'one address that may have been reached',
      connectionError(new AggregateError([socketError('ECONNREFUSED'), socketError('EPIPE')], 'all failed')),
    ],
    ['an error that closes over itself', circularError()],
    ['a gateway that gave up waiting', answer(504)],
    ['a gateway that could not read the answer', answer(520)],
    ['what is not known at all', 'odd'],
  ])('cannot tell what %s has spent', (_, error) => {
    expect(explainFailure(error, null)).toMatchObject({ spent: 'unknown', retryable: true });
  });

  it('names the reason for which it was stopped before the error that this caused', () => {
    const error = explainFailure(new Error('aborted'), 'caller');
    expect(error).toMatchObject({ message: 'The call was aborted', spent: 'unknown', retryable: false });
    expect(explainFailure(new Error('aborted'), 'idle').retryable).toBe(true);
  });

  it('leaves an explained failure as it is', () => {
    const error = new ModelError('failed', { spent: 'nothing', retryable: false });
    expect(explainFailure(error, null)).toBe(error);
  });
});

function circularError(): Error {
  const error = new Error('round');
  error.cause = error;
  return connectionError(error);
}
