import { AppError } from '@resumint/errors';
import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import type { Context } from './context.ts';
import { describeError, findAppError, toTrpcError } from './errors.ts';
import { decodeInput } from './http/decode-input.ts';
import { refusalHeaders } from './http/refusal-headers.ts';

/** A metered procedure names its operation. A test walks the router and finds each. */
export interface Meta {
  operation?: string;
}

/** A streamed response says so often that it goes on: workerd finds that a client has left when it writes to it. */
const PING_MS = 1_000;

const trpc = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: { input: { serialize: superjson.serialize, deserialize: decodeInput }, output: superjson },
    isDev: false,
    jsonl: { pingMs: PING_MS },
    errorFormatter: ({ shape, error }) => {
      const { message, app } = describeError(error);
      return { ...shape, message, data: { ...shape.data, app } };
    },
  });

export const { router, createCallerFactory } = trpc;

/** Anyone. The one place where errors are mapped. */
export const open = trpc.procedure.use(async ({ ctx, next }) => {
  const result = await next();
  if (result.ok) {
    ctx.head.decide();
    return result;
  }
  const error = toTrpcError(result.error);
  for (const [name, value] of Object.entries(refusalHeaders(findAppError(error)))) {
    ctx.head.headers.set(name, value);
  }
  throw error;
});

export const signedIn = open.use(({ ctx, next }) => {
  if (!ctx.identity) throw new AppError('unauthenticated', 'Please sign in.');
  return next({ ctx: { identity: ctx.identity, userId: ctx.identity.userId } });
});

export const admin = signedIn.use(({ ctx, next }) => {
  if (ctx.identity.role !== 'admin') throw new AppError('forbidden', 'Only an admin may do this.');
  return next();
});
