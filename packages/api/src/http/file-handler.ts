import { AppError } from '@resumint/errors';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { createContext, type Context } from '../context.ts';
import type { Dependencies } from '../dependencies.ts';
import { describeError, findAppError, isOurs, toTrpcError } from '../errors.ts';
import { refusalHeaders } from './refusal-headers.ts';
import { createResponseHead } from './response-head.ts';

/** Who asks for a file, and what for. Fields of the address that are empty ask for nothing. */
export interface FileRequest {
  context: Context;
  userId: string;
  fields: Record<string, string>;
  signal: AbortSignal;
}

/** A handler that gives a person a file, and refuses as the router does. */
export function createFileHandler(
  dependencies: Dependencies,
  fileFor: (asked: FileRequest) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const head = createResponseHead(request);
      const context = await createContext(dependencies, { headers: request.headers, head });
      if (!context.identity) throw new AppError('unauthenticated', 'Please sign in.');
      const { userId } = context.identity;
      return await fileFor({ context, userId, fields: fieldsOf(request), signal: request.signal });
    } catch (error) {
      return refuse(error, dependencies);
    }
  };
}

export function fileHeaders(name: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  };
}

function fieldsOf({ url }: Request): Record<string, string> {
  const fields = [...new URL(url).searchParams].filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(fields);
}

function refuse(error: unknown, { report }: Pick<Dependencies, 'report'>): Response {
  const refusal = toTrpcError(error instanceof z.ZodError ? badInput(error) : error);
  if (isOurs(refusal)) report(error);
  const { message, app } = describeError(refusal);
  return Response.json(
    { error: { code: app?.code ?? null, message } },
    {
      status: getHTTPStatusCodeFromError(refusal),
      headers: { 'cache-control': 'no-store', ...refusalHeaders(findAppError(refusal)) },
    },
  );
}

function badInput(error: z.ZodError): AppError {
  return new AppError('bad_input', z.prettifyError(error), { cause: error });
}
