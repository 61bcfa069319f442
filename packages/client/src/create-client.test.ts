import { initTRPC, TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import superjson from 'superjson';
import { describe, expect, it } from 'vitest';
import { createClient, type ClientOptions } from './create-client.ts';
import { readAppError } from './read-app-error.ts';
import { readLoss } from './read-loss.ts';

const URL_OF_ROUTER = 'https://resumint.example/api/trpc';
const RESETS_AT = new Date('2026-03-18T00:00:00Z');

class Refusal extends Error {
  readonly app = { code: 'limit_reached', details: { denial: { allowed: 2n ** 60n, resetsAt: RESETS_AT } } };
}

describe('createClient', () => {
  it('sends a form as a form and reads the answer back', async () => {
    const { client, requests } = serve();
    const form = new FormData();
    form.set('file', new File(['Ada Lovelace'], 'ada.txt'));
    expect(await client.documents.upload.mutate(form)).toEqual({
      text: 'Ada Lovelace',
      createdAt: RESETS_AT,
    });
    expect(requests[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
  });

  it('sends and reads amounts past 2^53 and instants exactly', async () => {
    const { client } = serve();
    expect(await client.limits.lower.mutate({ costPerDay: 2n ** 60n + 1n })).toEqual({
      echo: { costPerDay: 2n ** 60n + 1n },
    });
  });

  it('gives each piece of a streamed answer before the next is there', async () => {
    const { client, next, requests } = serve();
    const events = await client.ai.summarize.mutate({ resumeId: 'res_1' });
    const seen: unknown[] = [];
    for await (const event of events) {
      seen.push(event);
      next();
    }
    expect(seen).toEqual([{ delta: 'one' }, { delta: 'two' }, { receipt: { costNanos: 7n } }]);
    expect(requests[0]?.headers.get('trpc-accept')).toBe('application/jsonl');
  });

  it('makes each call with a request of its own', async () => {
    const { client, requests } = serve();
    await Promise.all([client.account.me.query(), client.account.me.query()]);
    const paths = requests.map(({ url }) => new URL(url).pathname);
    expect(paths).toEqual(['/api/trpc/account.me', '/api/trpc/account.me']);
  });

  it('sends the token as a bearer token, on every kind of call', async () => {
    const { client, requests } = serve({ token: 'secret' });
    await client.account.me.query();
    await client.documents.upload.mutate(formWithFile());
    await client.ai.summarize.mutate({ resumeId: 'res_1' });
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(
      Array(3).fill('Bearer secret'),
    );
  });

  it('sends no token when it has none', async () => {
    const { client, requests } = serve();
    await client.account.me.query();
    expect(requests[0]?.headers.has('authorization')).toBe(false);
  });

  it('aborts the request when the caller does', async () => {
    const caller = new AbortController();
    const { client, signals } = hang();
    const call = client.ai.parseResume.mutate({ documentId: 'doc_1' }, { signal: caller.signal });
    caller.abort();
    await expect(call).rejects.toThrow('abort');
    expect(signals[0]?.aborted).toBe(true);
  });

  it('ends a stream that the caller aborts', async () => {
    const caller = new AbortController();
    const { client } = serve();
    const events = await client.ai.summarize.mutate({ resumeId: 'res_1' }, { signal: caller.signal });
    const read = async () => {
      for await (const _event of events) caller.abort();
    };
    await expect(read()).rejects.toThrow('abort');
  });

  it.each(['parseResume', 'quote', 'summarize'])('gives ai.%s the time limit of AI calls', async (name) => {
    const { client } = hang({ aiTimeoutMs: 1, timeoutMs: 3_600_000 });
    const calls: Record<string, () => Promise<unknown>> = {
      parseResume: () => client.ai.parseResume.mutate({ documentId: 'doc_1' }),
      quote: () => client.ai.quote.query({ operation: 'resume.parse', documentId: 'doc_1' }),
      summarize: () => client.ai.summarize.mutate({ resumeId: 'res_1' }),
    };
    await expect(calls[name]?.()).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
  });

  it('gives every other call the shorter limit', async () => {
    const { client } = hang({ timeoutMs: 1, aiTimeoutMs: 3_600_000 });
    await expect(client.account.me.query()).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
    await expect(client.documents.upload.mutate(formWithFile())).rejects.toMatchObject({
      cause: { name: 'TimeoutError' },
    });
  });
});

describe('readAppError', () => {
  const refusal = {
    code: 'limit_reached',
    message: 'No room.',
    details: { denial: { allowed: 2n ** 60n, resetsAt: RESETS_AT } },
  };

  it('has code, message and revived details of a refused call', async () => {
    const { client } = serve();
    expect(await errorOf(client.resumes.list.query())).toEqual(refusal);
  });

  it('has those of a refused form', async () => {
    const { client } = serve();
    expect(await errorOf(client.documents.upload.mutate(new FormData()))).toEqual(refusal);
  });

  it('has those of a stream that was refused at its start', async () => {
    const { client } = serve();
    expect(await errorOf(client.ai.summarize.mutate({ resumeId: 'res_refused' }))).toEqual(refusal);
  });

  it('has those of a stream that failed on the way', async () => {
    const { client, next } = serve();
    const events = await client.ai.summarize.mutate({ resumeId: 'res_failing' });
    const read = async () => {
      for await (const _event of events) next();
    };
    expect(await errorOf(read())).toEqual(refusal);
  });

  it('is null for an error without a code, a lost connection, and what is no error of a call', async () => {
    const { client } = serve();
    expect(await errorOf(client.usage.summary.query())).toBeNull();
    const lost = createClient({
      url: URL_OF_ROUTER,
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    expect(await errorOf(lost.account.me.query())).toBeNull();
    const html = createClient({
      url: URL_OF_ROUTER,
      fetch: async () => new Response('<html>', { status: 502 }),
    });
    expect(await errorOf(html.account.me.query())).toBeNull();
    expect(readAppError(new Error('other'))).toBeNull();
    expect(readAppError(null)).toBeNull();
  });
});

describe('readLoss', () => {
  const lossWith = async (fetch: NonNullable<ClientOptions['fetch']>) =>
    createClient({ url: URL_OF_ROUTER, fetch })
      .account.me.query()
      .then(() => expect.fail('an answer came'), readLoss);

  it('tells a server that cannot be reached', async () => {
    expect(await lossWith(() => Promise.reject(new TypeError('fetch failed')))).toBe('unreachable');
  });

  it("tells an answer that is not the router's", async () => {
    expect(await lossWith(async () => new Response('<html>', { status: 502 }))).toBe('unreadable');
  });

  it('tells a call that took too long', async () => {
    const { client } = hang({ timeoutMs: 1 });
    expect(await client.account.me.query().then(() => null, readLoss)).toBe('timedOut');
  });

  it('is null for a call that was answered with an error, and for any other error', async () => {
    const { client } = serve();
    expect(await client.usage.summary.query().then(() => 'an answer', readLoss)).toBeNull();
    expect(await client.resumes.list.query().then(() => 'an answer', readLoss)).toBeNull();
    expect(readLoss(new TypeError('x is not a function'))).toBeNull();
    expect(readLoss('text')).toBeNull();
  });
});

type Options = Omit<ClientOptions, 'url' | 'fetch'>;

/** A router of the same kinds of procedures as the product's, behind the real handler, in this process. */
function serve(options: Options = {}) {
  const requests: Request[] = [];
  const turns = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let turn = 0;
  const router = createRouter((step) => turns[step]?.promise);
  const client = createClient({
    ...options,
    url: URL_OF_ROUTER,
    fetch: (url, init) => {
      const req = new Request(url, init);
      requests.push(req);
      return fetchRequestHandler({ endpoint: '/api/trpc', router, req });
    },
  });
  return { client, requests, next: () => turns[turn++]?.resolve() };
}

/** A server that never answers. */
function hang(options: Options = {}) {
  const signals: AbortSignal[] = [];
  const client = createClient({
    ...options,
    url: URL_OF_ROUTER,
    fetch: (_url, { signal }) =>
      new Promise((_resolve, reject) => {
        if (!signal) return;
        signals.push(signal);
        const fail = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        if (signal.aborted) fail();
        else signal.addEventListener('abort', fail);
      }),
  });
  return { client, signals };
}

/** Each step of a stream waits until the step before was read. */
function createRouter(wasRead: (step: number) => Promise<void> | undefined) {
  const { router, procedure } = initTRPC.create({
    transformer: superjson,
    isDev: false,
    errorFormatter: ({ shape, error: { cause } }) => ({
      ...shape,
      data: { ...shape.data, app: cause instanceof Refusal ? cause.app : null },
    }),
  });
  const refuse = () =>
    new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'No room.', cause: new Refusal() });
  return router({
    account: router({ me: procedure.query(() => ({ userId: 'usr_1' })) }),
    usage: router({
      summary: procedure.query(() => {
        throw new Error('unforeseen');
      }),
    }),
    resumes: router({
      list: procedure.query(() => {
        throw refuse();
      }),
    }),
    limits: router({ lower: procedure.input((input) => input).mutation(({ input }) => ({ echo: input })) }),
    documents: router({
      upload: procedure
        .input((input) => input)
        .mutation(async ({ input }) => {
          const file = input instanceof FormData ? input.get('file') : null;
          if (!(file instanceof File)) throw refuse();
          return { text: await file.text(), createdAt: RESETS_AT };
        }),
    }),
    ai: router({
      summarize: procedure
        .input((input) => input)
        .mutation(({ input }) => {
          if (JSON.stringify(input).includes('res_refused')) throw refuse();
          return stream(JSON.stringify(input).includes('res_failing') ? refuse() : null);
        }),
    }),
  });

  async function* stream(failure: TRPCError | null) {
    yield { delta: 'one' };
    await wasRead(0);
    if (failure) throw failure;
    yield { delta: 'two' };
    await wasRead(1);
    yield { receipt: { costNanos: 7n } };
  }
}

function formWithFile(): FormData {
  const form = new FormData();
  form.set('file', new File(['text'], 'resume.txt'));
  return form;
}

async function errorOf(call: Promise<unknown>) {
  return call.then(
    () => expect.fail('the call was not refused'),
    (error: unknown) => readAppError(error),
  );
}
