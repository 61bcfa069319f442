import { initTRPC, TRPCError, type AnyRouter } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import superjson from 'superjson';
import type { Fetch } from '../limit-time.ts';

/** What each procedure answers, by its path. An answer that iterates is streamed. */
export interface Answers {
  queries?: Record<string, (input: unknown) => unknown>;
  mutations?: Record<string, (input: unknown) => unknown>;
}

/** Thrown by an answer, it reaches the client as the application error that it names. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly app: { code: string; details: object };

  constructor(code: string, message: string, details: object = {}) {
    super(message);
    this.app = { code, details };
  }
}

/** A server for tests of programs that use the client: the real transport, in this process, with answers as given. */
export function serveAnswers(answers: Answers, { endpoint = '/api/trpc' } = {}): Fetch {
  const router = routerOf(answers);
  return (url, init) => fetchRequestHandler({ endpoint, router, req: new Request(url, init) });
}

function routerOf({ queries = {}, mutations = {} }: Answers): AnyRouter {
  const trpc = initTRPC.create({
    transformer: superjson,
    isDev: false,
    errorFormatter: ({ shape, error: { cause } }) => ({
      ...shape,
      data: { ...shape.data, app: cause instanceof Refusal ? cause.app : null },
    }),
  });
  const answer = trpc.procedure
    .input((input) => input)
    .use(async ({ next }) => {
      const result = await next();
      if (result.ok || !(result.error.cause instanceof Refusal)) return result;
      const { message } = result.error.cause;
      throw new TRPCError({ code: 'BAD_REQUEST', message, cause: result.error.cause });
    });
  const paths = [
    ...Object.entries(queries).map(
      ([path, read]) => [path, answer.query(({ input }) => read(input))] as const,
    ),
    ...Object.entries(mutations).map(
      ([path, act]) => [path, answer.mutation(({ input }) => act(input))] as const,
    ),
  ];
  const byNoun = Object.groupBy(paths, ([path]) => path.split('.')[0] ?? '');
  return trpc.router(
    Object.fromEntries(
      Object.entries(byNoun).map(([noun, procedures = []]) => [
        noun,
        trpc.router(
          Object.fromEntries(procedures.map(([path, procedure]) => [path.split('.')[1] ?? '', procedure])),
        ),
      ]),
    ),
  );
}
