import { describe, expect, it } from 'vitest';
import { createClient, type ClientOptions } from './create-client.ts';
import { readAppError } from './read-app-error.ts';
import { Refusal, serveAnswers } from './testing/serve-answers.ts';

const URL_OF_ROUTER = 'https://resumint.example/api/trpc';
const RESETS_AT = new Date('2026-03-18T00:00:00Z');

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

  it('sends AI calls to the edge, and everything else to the main mount', async () => {
    const { client, requests } = serve({ edgeUrl: 'https://edge.example/api/trpc' });
    await client.account.me.query();
    await client.documents.upload.mutate(formWithFile());
    await client.ai.summarize.mutate({ resumeId: 'res_1' });
    expect(requests.map(({ url }) => new URL(url).host)).toEqual([
      'resumint.example',
      'resumint.example',
      'edge.example',
    ]);
  });

  it('sends cookies to another origin where it is told to', async () => {
    const { client, requests } = serve({ credentials: 'include' });
    await client.account.me.query();
    expect(requests[0]?.credentials).toBe('include');
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

type Options = Omit<ClientOptions, 'url' | 'fetch'>;

/** A server with the same kinds of procedures as the product's. Each step of a stream waits until the one before was read. */
function serve(options: Options = {}) {
  const requests: Request[] = [];
  const turns = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let turn = 0;
  const answer = serveAnswers({
    queries: {
      'account.me': () => ({ userId: 'usr_1' }),
      'resumes.list': refuse,
      'usage.summary': () => {
        throw new Error('unforeseen');
      },
    },
    mutations: {
      'limits.lower': (input) => ({ echo: input }),
      'documents.upload': async (input) => {
        const file = input instanceof FormData ? input.get('file') : null;
        return file instanceof File ? { text: await file.text(), createdAt: RESETS_AT } : refuse();
      },
      'ai.summarize': (input) => {
        const text = JSON.stringify(input);
        return text.includes('res_refused') ? refuse() : stream(text.includes('res_failing'));
      },
    },
  });
  const client = createClient({
    ...options,
    url: URL_OF_ROUTER,
    fetch: (url, init) => {
      requests.push(new Request(url, init));
      return answer(url, init);
    },
  });
  return { client, requests, next: () => turns[turn++]?.resolve() };

  async function* stream(isFailing: boolean) {
    yield { delta: 'one' };
    await turns[0]?.promise;
    if (isFailing) refuse();
    yield { delta: 'two' };
    await turns[1]?.promise;
    yield { receipt: { costNanos: 7n } };
  }
}

function refuse(): never {
  throw new Refusal('limit_reached', 'No room.', { denial: { allowed: 2n ** 60n, resetsAt: RESETS_AT } });
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
