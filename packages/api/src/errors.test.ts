import { AppError, ERROR_CODES, type ErrorCode } from '@resumint/errors';
import { TRPCError } from '@trpc/server';
import { DrizzleQueryError } from 'drizzle-orm';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeError, findAppError, isOurs, toTrpcError } from './errors.ts';

const STATUS: Record<ErrorCode, number> = {
  limit_reached: 429,
  too_many_in_flight: 429,
  too_many_attempts: 429,
  too_many_requests: 429,
  not_granted: 402,
  bad_input: 400,
  too_large: 413,
  unreadable_document: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  changed_elsewhere: 409,
  key_reused: 409,
  in_progress: 409,
  result_expired: 409,
  unavailable: 503,
  limits_unverifiable: 503,
  no_price: 503,
  model_failed: 502,
};

/** An error of a code that is known only when the test runs, and so without details. */
function errorOf(code: ErrorCode): AppError {
  return Object.assign(new AppError('bad_input', 'Written for a person.'), { code });
}

describe('toTrpcError', () => {
  it.each(ERROR_CODES)('gives %s its status and keeps its message', (code) => {
    const error = toTrpcError(errorOf(code));
    expect(getHTTPStatusCodeFromError(error)).toBe(STATUS[code]);
    expect(describeError(error)).toEqual({ message: 'Written for a person.', app: { code, details: {} } });
  });

  it('finds an application error however often it was wrapped', () => {
    const inner = errorOf('too_large');
    const outer = new TypeError('fetch failed', { cause: new Error('a stream broke', { cause: inner }) });
    expect(findAppError(outer)).toBe(inner);
    expect(toTrpcError(outer).code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('keeps what tRPC itself refused as it is', () => {
    const refused = new TRPCError({ code: 'BAD_REQUEST', cause: new SyntaxError('no JSON') });
    expect(toTrpcError(refused)).toBe(refused);
  });

  it('tells of a statement that failed in a procedure as of a database that is away, and hides the statement', () => {
    const failed = new DrizzleQueryError('select `email` from `accounts`', ['ada'], new Error('ECONNRESET'));
    const wrapped = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: failed });
    const told = toTrpcError(wrapped);
    expect(describeError(told)).toEqual({
      message: expect.not.stringContaining('select'),
      app: { code: 'unavailable', details: {} },
    });
    expect(isOurs(told)).toBe(true);
  });

  it('hides an unforeseen error from clients', () => {
    const error = toTrpcError(new Error('select * from accounts where email = ada@example.com'));
    expect(getHTTPStatusCodeFromError(error)).toBe(500);
    expect(describeError(error)).toMatchObject({ app: null, message: expect.not.stringContaining('ada') });
  });

  it.each(['text', null, undefined, { code: 'bad_input' }])('hides %j thrown as an error', (thrown) => {
    expect(toTrpcError(thrown).code).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('describeError', () => {
  it('tells which field is wrong', () => {
    const { error } = z.object({ documentId: z.string() }).safeParse({ documentId: 7 });
    const described = describeError(new TRPCError({ code: 'BAD_REQUEST', cause: error }));
    expect(described).toMatchObject({
      app: { code: 'bad_input' },
      message: expect.stringContaining('documentId'),
    });
  });

  it.each(['PARSE_ERROR', 'BAD_REQUEST'] as const)('tells nothing that a parser says in %s', (code) => {
    const message = "Cannot destructure property 'json' of 'e' as it is null.";
    const described = describeError(new TRPCError({ code, message, cause: new TypeError(message) }));
    expect(described).toMatchObject({ app: { code: 'bad_input' } });
    expect(described.message).toMatch(/^The request could not be read: /);
    expect(described.message).not.toContain('destructure');
  });

  it.each([
    ['METHOD_NOT_SUPPORTED', 'bad_input'],
    ['UNSUPPORTED_MEDIA_TYPE', 'bad_input'],
    ['NOT_FOUND', 'not_found'],
  ] as const)('types %s of tRPC as %s', (code, expected) => {
    expect(describeError(new TRPCError({ code })).app).toEqual({ code: expected, details: {} });
  });
});
