import { createServer } from 'node:http';
import { once } from 'node:events';
import { ModelError, type Model, type ModelEvent, type ModelRequest } from '@resumint/ai';
import { createOpenAiModel } from '@resumint/ai/openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInput } from './faults.ts';
import { startOpenAiSimulator, type OpenAiSimulator } from './start-openai-simulator.ts';

const REQUEST: ModelRequest = {
  model: 'gpt-4.1',
  instructions: 'Repeat the first sentences.',
  input:
    'Ada built engines and wrote the first program. Then she wrote a good deal about music. She died young.',
  maxOutputTokens: 200,
};
const FORMAT = {
  name: 'notes',
  schema: {
    type: 'object',
    properties: { first: { type: 'string' }, second: { type: ['string', 'null'] } },
    required: ['first', 'second'],
    additionalProperties: false,
  },
};

let simulator: OpenAiSimulator;
let keys = 0;

const SOON = { timeout: 30_000 };

beforeAll(async () => {
  simulator = await startOpenAiSimulator({ record: true });
});
afterAll(() => simulator.stop());

function modelMeeting(faults: FaultInput[], options: { timeoutMs?: number; idleTimeoutMs?: number } = {}) {
  const key = `sk-simulated-model-${(keys += 1)}`;
  if (faults.length > 0) simulator.fault(key, ...faults);
  return { key, model: createOpenAiModel({ apiKey: key, baseUrl: simulator.url, ...options }) };
}

/** All events of one call, and the ModelError that ended it, if one did. */
async function call(
  model: Model,
  request: Partial<ModelRequest> = {},
  signal = new AbortController().signal,
) {
  const events: ModelEvent[] = [];
  try {
    for await (const event of model({ ...REQUEST, ...request }, signal)) events.push(event);
    return { events, error: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { events, error };
  }
}

const textOf = (events: ModelEvent[]) =>
  events.flatMap((event) => (event.type === 'text' ? [event.delta] : [])).join('');

describe('the port', () => {
  it('yields started first, then text, then finished once', async () => {
    const { key, model } = modelMeeting([]);
    const { events } = await call(model);
    expect(events.map((event) => event.type)).toEqual([
      'started',
      ...events.slice(1, -1).map(() => 'text'),
      'finished',
    ]);
    expect(textOf(events)).toBe(REQUEST.input);
    const [produced] = simulator.produced(key);
    expect(events[0]).toEqual({ type: 'started', responseId: produced?.responseId });
    expect(events.at(-1)).toEqual({ type: 'finished', outcome: 'completed', usage: produced?.usage });
  });

  it('reports cached and reasoning tokens', async () => {
    const { model } = modelMeeting([]);
    const instructions = 'Write only what the resume says. '.repeat(300);
    const { events } = await call(model, { model: 'gpt-5', instructions, maxOutputTokens: 2_000 });
    const last = events.at(-1);
    if (last?.type !== 'finished' || !last.usage) throw new Error('expected usage');
    expect(last.usage.cachedInputTokens).toBeGreaterThanOrEqual(1024);
    expect(last.usage.reasoningTokens).toBeGreaterThan(0);
  });

  it('asks for JSON of the schema that is given', async () => {
    const { events } = await call(modelMeeting([]).model, { format: FORMAT });
    expect(JSON.parse(textOf(events))).toEqual({
      first: 'Ada built engines and wrote the first program.',
      second: null,
    });
  });

  it('says truncated when the cap was reached, with the cap as output', async () => {
    const { events, error } = await call(modelMeeting([]).model, { maxOutputTokens: 16 });
    expect(error).toBeNull();
    expect(events.at(-1)).toMatchObject({ outcome: 'truncated', usage: { outputTokens: 16 } });
  });

  it('says refused, without the refusal as text', async () => {
    const { events } = await call(modelMeeting([{ kind: 'refusal' }]).model);
    expect(textOf(events)).toBe('');
    expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'refused' });
  });

  it('has null for usage that the provider left out', async () => {
    const { events } = await call(modelMeeting([{ kind: 'missingUsage' }]).model);
    expect(events.at(-1)).toEqual({ type: 'finished', outcome: 'completed', usage: null });
  });

  it('passes on what the provider reports beyond the cap', async () => {
    const { events } = await call(modelMeeting([{ kind: 'overrun', outputTokens: 7 }]).model, {
      maxOutputTokens: 64,
    });
    expect(events.at(-1)).toMatchObject({ usage: { outputTokens: 71 } });
  });

  it('never tries again by itself', async () => {
    const { model } = modelMeeting([{ kind: 'serverError' }]);
    expect((await call(model)).error).not.toBeNull();
    expect((await call(model)).error).toBeNull();
  });
});

describe('a failure of which is known that nothing was spent', () => {
  it.each<[string, FaultInput, Partial<ModelError>]>([
    ['a rate limit', { kind: 'rateLimited', retryAfterSeconds: 7 }, { retryable: true, retryAfterMs: 7_000 }],
    ['a server error', { kind: 'serverError' }, { retryable: true, retryAfterMs: null }],
    ['an overload', { kind: 'serverError', status: 503 }, { retryable: true }],
    ['a response that failed without work', { kind: 'failedEvent' }, { retryable: true }],
  ])('is %s', async (_, fault, expected) => {
    const { error } = await call(modelMeeting([fault]).model);
    expect(error).toMatchObject({ spent: 'nothing', ...expected });
  });

  it('is a schema that the provider refuses, which no retry helps', async () => {
    const schema = { ...FORMAT.schema, additionalProperties: true };
    const { error } = await call(modelMeeting([]).model, { format: { name: 'notes', schema } });
    expect(error).toMatchObject({ spent: 'nothing', retryable: false });
  });

  it('is a wrong key', async () => {
    const { error } = await call(createOpenAiModel({ apiKey: 'sk-wrong', baseUrl: simulator.url }));
    expect(error).toMatchObject({ spent: 'nothing', retryable: false });
  });

  it('is a refused connection', async () => {
    const { error } = await call(createOpenAiModel({ apiKey: 'sk-simulated-x', baseUrl: await closedUrl() }));
    expect(error).toMatchObject({ spent: 'nothing', retryable: true });
  });

  it('is an abort before anything was sent', async () => {
    const { key, model } = modelMeeting([]);
    const { error } = await call(model, {}, AbortSignal.abort());
    expect(error).toMatchObject({ spent: 'nothing', retryable: false });
    expect(simulator.produced(key)).toEqual([]);
  });
});

describe('a failure of which cannot be told what was spent', () => {
  it.each<[string, FaultInput]>([
    ['a connection that is cut', { kind: 'cutMidStream' }],
    ['a connection that is cut before the first text', { kind: 'cutMidStream', afterDeltas: 0 }],
    ['a stream that ends without its last event', { kind: 'endEarly' }],
    ['an event that cannot be read', { kind: 'malformedEvent' }],
    ['an error within the stream', { kind: 'errorEvent' }],
    ['a response that failed after text', { kind: 'failedEvent', afterDeltas: 2 }],
    ['a response that failed and names its usage', { kind: 'failedEvent', withUsage: true }],
    ['a gateway that gave up waiting', { kind: 'serverError', status: 504 }],
  ])('is %s', async (_, fault) => {
    const { error } = await call(modelMeeting([fault]).model);
    expect(error).toMatchObject({ spent: 'unknown', retryable: true });
  });

  it.each<[string, FaultInput, { timeoutMs?: number; idleTimeoutMs?: number }]>([
    ['silence before an answer', { kind: 'hang' }, { idleTimeoutMs: 100 }],
    ['silence after the first events', { kind: 'hangAfterFirstEvents' }, { idleTimeoutMs: 100 }],
    ['a call that takes longer than it may', { kind: 'hangAfterFirstEvents' }, { timeoutMs: 100 }],
  ])('is %s', async (_, fault, options) => {
    const { key, model } = modelMeeting([fault], options);
    const { error } = await call(model);
    expect(error).toMatchObject({ spent: 'unknown', retryable: true });
    await expect.poll(() => simulator.hanging(key), SOON).toBe(0);
  });

  it('is an abort in mid-stream, which closes the connection', async () => {
    const { key, model } = modelMeeting([{ kind: 'hangAfterFirstEvents' }]);
    const stopping = new AbortController();
    const types: string[] = [];
    const stopped = (async () => {
      for await (const { type } of model(REQUEST, stopping.signal)) {
        types.push(type);
        stopping.abort();
      }
    })();
    await expect(stopped).rejects.toMatchObject({ spent: 'unknown', retryable: false });
    expect(types).toEqual(['started']);
    await expect.poll(() => simulator.produced(key), SOON).toMatchObject([{ finished: false }]);
  });
});

it('leaving the loop closes the connection', async () => {
  const { key, model } = modelMeeting([{ kind: 'slow', delayMs: 60_000 }]);
  for await (const event of model(REQUEST, new AbortController().signal)) if (event.type === 'started') break;
  await expect.poll(() => simulator.produced(key), SOON).toMatchObject([{ finished: false }]);
});

async function closedUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${address.port}/v1`;
}
