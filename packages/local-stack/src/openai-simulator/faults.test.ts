import OpenAI, { APIConnectionError, APIUserAbortError, InternalServerError, RateLimitError } from 'openai';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInput } from './faults.ts';
import { startOpenAiSimulator, type OpenAiSimulator } from './start-openai-simulator.ts';

const PROSE =
  'Ada built engines and wrote the first program. Then she wrote a good deal about music and mathematics.';
const FORMAT = {
  type: 'json_schema',
  name: 'notes',
  strict: true,
  schema: {
    type: 'object',
    properties: { first: { type: 'string' }, second: { type: 'string' } },
    required: ['first', 'second'],
    additionalProperties: false,
  },
} as const;

let simulator: OpenAiSimulator;
let keys = 0;

const SOON = { timeout: 30_000 };

beforeAll(async () => {
  simulator = await startOpenAiSimulator({ record: true });
});
afterAll(() => simulator.stop());

/** A client of its own key, whose next call meets these faults. */
function clientMeeting(...faults: FaultInput[]) {
  const key = `sk-simulated-fault-${(keys += 1)}`;
  if (faults.length > 0) simulator.fault(key, ...faults);
  const client = new OpenAI({ apiKey: key, baseURL: simulator.url, maxRetries: 0, logLevel: 'off' });
  const create = (extra = {}) => client.responses.create({ model: 'gpt-4.1', input: PROSE, ...extra });
  const stream = (extra = {}) =>
    client.responses.create({ model: 'gpt-4.1', input: PROSE, ...extra, stream: true as const });
  return { key, client, create, stream };
}

/** The events that arrived, and what broke the stream. */
async function drain(stream: AsyncIterable<ResponseStreamEvent>) {
  const events: ResponseStreamEvent[] = [];
  try {
    for await (const event of stream) events.push(event);
    return { events, error: null };
  } catch (error) {
    return { events, error };
  }
}

const typesOf = (events: ResponseStreamEvent[]) => events.map((event) => event.type);

describe('a fault', () => {
  it('happens to one call of its key, and to no other key', async () => {
    const { create } = clientMeeting({ kind: 'serverError' });
    const other = clientMeeting();
    await other.create();
    await expect(create()).rejects.toBeInstanceOf(InternalServerError);
    expect((await create()).status).toBe('completed');
  });

  it('happens as often as it is told, in the order of the queue', async () => {
    const { create } = clientMeeting({ kind: 'serverError', status: 503, times: 2 }, { kind: 'rateLimited' });
    for (const status of [503, 503, 429]) await expect(create()).rejects.toMatchObject({ status });
    expect((await create()).status).toBe('completed');
  });

  it('can be ordered over HTTP, from another process', async () => {
    const { key, create } = clientMeeting();
    const ordered = await fetch(new URL('/simulator/faults', simulator.url), {
      method: 'POST',
      body: JSON.stringify({ key, faults: [{ kind: 'serverError' }] }),
    });
    expect(ordered.status).toBe(200);
    await expect(create()).rejects.toBeInstanceOf(InternalServerError);
  });

  it('can be forgotten before it meets a call', async () => {
    const { key, create } = clientMeeting({ kind: 'serverError', times: 3 });
    const cleared = await fetch(new URL('/simulator/clear', simulator.url), {
      method: 'POST',
      body: JSON.stringify({ key }),
    });
    expect(await cleared.json()).toEqual({ cleared: 3 });
    expect((await create()).status).toBe('completed');
  });

  it('of an unknown kind is refused', async () => {
    const refused = await fetch(new URL('/simulator/faults', simulator.url), {
      method: 'POST',
      body: JSON.stringify({ key: 'sk-simulated-x', faults: [{ kind: 'earthquake' }] }),
    });
    expect(refused.status).toBe(400);
  });

  it('of a call that was not spent leaves no record', async () => {
    const { key, create } = clientMeeting({ kind: 'serverError' });
    await expect(create()).rejects.toBeInstanceOf(InternalServerError);
    expect(simulator.produced(key)).toEqual([]);
  });
});

it('rateLimited answers 429 with Retry-After', async () => {
  const { create } = clientMeeting({ kind: 'rateLimited', retryAfterSeconds: 7 });
  const error: unknown = await create().catch((thrown: unknown) => thrown);
  if (!(error instanceof RateLimitError)) throw new Error('expected a RateLimitError');
  expect(error.code).toBe('rate_limit_exceeded');
  expect(error.headers.get('retry-after')).toBe('7');
});

it('hang answers nothing until it is released', async () => {
  const { key, create } = clientMeeting({ kind: 'hang' });
  const pending = create();
  await expect.poll(() => simulator.hanging(key), SOON).toBe(1);
  expect(simulator.release(key)).toBe(1);
  expect((await pending).status).toBe('completed');
});

it('hang lets go of a client that leaves, and nothing was spent', async () => {
  const { key, client } = clientMeeting({ kind: 'hang' });
  const leaving = new AbortController();
  const pending = client.responses.create({ model: 'gpt-4.1', input: PROSE }, { signal: leaving.signal });
  await expect.poll(() => simulator.hanging(key), SOON).toBe(1);
  leaving.abort();
  await expect(pending).rejects.toBeInstanceOf(APIUserAbortError);
  await expect.poll(() => simulator.hanging(key), SOON).toBe(0);
  expect(simulator.produced(key)).toEqual([]);
});

it('hangAfterFirstEvents names the response and then waits until it is released', async () => {
  const { key, stream } = clientMeeting({ kind: 'hangAfterFirstEvents' });
  const drained = drain(await stream());
  await expect.poll(() => simulator.hanging(key), SOON).toBe(1);
  simulator.release(key);
  const types = typesOf((await drained).events);
  expect(types.slice(0, 2)).toEqual(['response.created', 'response.in_progress']);
  expect(types.at(-1)).toBe('response.completed');
});

it('cutMidStream destroys the socket after so many deltas, and records what was produced', async () => {
  const { key, client, stream } = clientMeeting({ kind: 'cutMidStream', afterDeltas: 2 });
  const { events, error } = await drain(await stream());
  expect(error).not.toBeNull();
  expect(typesOf(events).filter((type) => type === 'response.output_text.delta')).toHaveLength(2);
  const [produced] = simulator.produced(key);
  expect(produced?.finished).toBe(false);
  expect(produced?.usage.outputTokens).toBeGreaterThan(0);
  const stored = await client.responses.retrieve(produced?.responseId ?? '');
  expect(stored.status).toBe('cancelled');
  expect(stored.usage?.output_tokens).toBe(produced?.usage.outputTokens);
});

it('cutMidStream beyond the last delta still withholds the last event', async () => {
  const { stream } = clientMeeting({ kind: 'cutMidStream', afterDeltas: 1000 });
  const { events, error } = await drain(await stream());
  expect(error).not.toBeNull();
  expect(typesOf(events)).not.toContain('response.completed');
});

it('cutMidStream closes the connection of a call without a stream', async () => {
  const { create } = clientMeeting({ kind: 'cutMidStream' });
  await expect(create()).rejects.toBeInstanceOf(APIConnectionError);
});

it('endEarly ends in good order without a last event', async () => {
  const { stream } = clientMeeting({ kind: 'endEarly' });
  const { events, error } = await drain(await stream());
  expect(error).toBeNull();
  expect(typesOf(events).at(-1)).toBe('response.output_text.delta');
});

it('malformedEvent makes the SDK fail to read the stream', async () => {
  const { stream } = clientMeeting({ kind: 'malformedEvent' });
  expect((await drain(await stream())).error).toBeInstanceOf(SyntaxError);
});

it('errorEvent breaks the stream off with an error event', async () => {
  const { stream } = clientMeeting({ kind: 'errorEvent' });
  expect((await drain(await stream())).error).toMatchObject({ code: 'server_error' });
});

it.each([true, false])('failedEvent ends with response.failed, with usage: %s', async (withUsage) => {
  const { stream } = clientMeeting({ kind: 'failedEvent', withUsage });
  const last = (await drain(await stream())).events.at(-1);
  if (last?.type !== 'response.failed') throw new Error('expected response.failed');
  expect(last.response.error?.code).toBe('server_error');
  expect(Boolean(last.response.usage)).toBe(withUsage);
});

it('truncatedJson says completed over JSON that does not parse', async () => {
  const { create } = clientMeeting({ kind: 'truncatedJson' });
  const response = await create({ text: { format: FORMAT } });
  expect(response.status).toBe('completed');
  expect(() => JSON.parse(response.output_text) as unknown).toThrow(SyntaxError);
});

it('refusal comes as a refusal in place of text', async () => {
  const { stream } = clientMeeting({ kind: 'refusal', text: 'I will not.' });
  const { events } = await drain(await stream({ text: { format: FORMAT } }));
  expect(typesOf(events)).toContain('response.refusal.done');
  const last = events.at(-1);
  if (last?.type !== 'response.completed') throw new Error('expected response.completed');
  expect(last.response.output).toMatchObject([{ content: [{ type: 'refusal', refusal: 'I will not.' }] }]);
});

it('missingUsage leaves usage out, which the stored response has', async () => {
  const { create, client } = clientMeeting({ kind: 'missingUsage' });
  const response = await create();
  expect(response.usage).toBeNull();
  expect((await client.responses.retrieve(response.id)).usage?.output_tokens).toBeGreaterThan(0);
});

it('overrun reports more than the cap and more input than was counted', async () => {
  const honest = await clientMeeting().create({ max_output_tokens: 16 });
  const { create } = clientMeeting({ kind: 'overrun', outputTokens: 30, inputTokens: 5 });
  const response = await create({ max_output_tokens: 16 });
  expect(response.usage?.output_tokens).toBeGreaterThanOrEqual(46);
  expect(response.usage?.input_tokens).toBe((honest.usage?.input_tokens ?? 0) + 5);
});

it('slow still says everything', async () => {
  const { create } = clientMeeting({ kind: 'slow', delayMs: 1 });
  expect((await create()).status).toBe('completed');
});

it('a client that leaves stops the answer, and what was produced until then is recorded', async () => {
  const { key, stream } = clientMeeting({ kind: 'slow', delayMs: 60_000 });
  for await (const event of await stream()) if (event.type === 'response.content_part.added') break;
  await expect
    .poll(() => simulator.produced(key))
    .toMatchObject([{ finished: false, usage: { outputTokens: 0 } }]);
});

it('stopping the simulator ends calls that hang', async () => {
  const stopped = await startOpenAiSimulator();
  const key = 'sk-simulated-stopped';
  stopped.fault(key, { kind: 'hang' });
  const client = new OpenAI({ apiKey: key, baseURL: stopped.url, maxRetries: 0, logLevel: 'off' });
  const pending = client.responses.create({ model: 'gpt-4.1', input: 'x' }).catch((error: unknown) => error);
  await expect.poll(() => stopped.hanging(key), SOON).toBe(1);
  await stopped.stop();
  expect(await pending).toBeInstanceOf(APIConnectionError);
});
