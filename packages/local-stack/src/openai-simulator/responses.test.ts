import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startOpenAiSimulator, type OpenAiSimulator } from './start-openai-simulator.ts';

const KEY = 'sk-simulated-responses';
const PROSE = 'Ada built engines. She wrote the first program. Then she wrote about music. Nobody read it.';

let simulator: OpenAiSimulator;
let client: OpenAI;

beforeAll(async () => {
  simulator = await startOpenAiSimulator({ record: true });
  client = clientFor(KEY);
});
afterAll(() => simulator.stop());

function clientFor(apiKey: string): OpenAI {
  return new OpenAI({ apiKey, baseURL: simulator.url, maxRetries: 0, logLevel: 'off' });
}

async function collect<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

describe('an answer', () => {
  it('comes as text with usage that adds up', async () => {
    const response = await client.responses.create({ model: 'gpt-4.1-mini', input: PROSE });
    expect(response.status).toBe('completed');
    expect(response.output_text).toBe(
      'Ada built engines. She wrote the first program. Then she wrote about music.',
    );
    expect(response.usage?.input_tokens).toBeGreaterThan(0);
    expect(response.usage?.total_tokens).toBe(
      (response.usage?.input_tokens ?? 0) + (response.usage?.output_tokens ?? 0),
    );
    expect(response.usage?.output_tokens_details.reasoning_tokens).toBe(0);
  });

  it('is the same for the same request', async () => {
    const ask = () => client.responses.create({ model: 'gpt-5-mini', input: PROSE });
    const [first, second] = [await ask(), await ask()];
    expect(second.output_text).toBe(first.output_text);
    expect(second.usage).toEqual(first.usage);
    expect(second.id).not.toBe(first.id);
  });

  it('says that it is simulated', async () => {
    const { response } = await client.responses.create({ model: 'gpt-4o', input: 'Hello.' }).withResponse();
    expect(response.headers.get('x-simulated')).toBe('true');
  });

  it('is parsed by the SDK against the zod schema that was sent', async () => {
    const Advice = z.object({
      headline: z.string(),
      score: z.int().min(1).max(5),
      level: z.enum(['low', 'high']),
      note: z.string().nullable(),
      points: z.array(z.object({ text: z.string() })),
    });
    const response = await client.responses.parse({
      model: 'gpt-4.1',
      input: PROSE,
      text: { format: zodTextFormat(Advice, 'advice') },
    });
    expect(response.output_parsed).toEqual({
      headline: 'Ada built engines.',
      score: 1,
      level: 'low',
      note: null,
      points: [],
    });
  });
});

describe('a stream', () => {
  it('has the events of OpenAI in their order', async () => {
    const events = await collect(
      await client.responses.create({ model: 'gpt-4.1', input: 'Hello there, friend.', stream: true }),
    );
    const types = events.map((event) => event.type);
    expect([...new Set(types)]).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index));
  });

  it('ends with the same response as an answer at once', async () => {
    const request = { model: 'gpt-5', input: PROSE, instructions: 'Be brief.' };
    const stream = client.responses.stream(request);
    const streamed = await stream.finalResponse();
    const atOnce = await client.responses.create(request);
    expect(streamed.output_text).toBe(atOnce.output_text);
    expect(streamed.usage).toEqual(atOnce.usage);
  });

  it('begins with the reasoning of a model that reasons', async () => {
    const events = await collect(
      await client.responses.create({ model: 'o4-mini', input: PROSE, stream: true }),
    );
    const added = events.flatMap((event) =>
      event.type === 'response.output_item.added' ? [[event.output_index, event.item.type]] : [],
    );
    expect(added).toEqual([
      [0, 'reasoning'],
      [1, 'message'],
    ]);
  });
});

describe('usage', () => {
  it('counts the schema and the instructions as input', async () => {
    const base = { model: 'gpt-4.1', input: PROSE };
    const plain = await client.responses.create(base);
    const instructed = await client.responses.create({ ...base, instructions: 'Answer in a few words.' });
    const format = zodTextFormat(z.object({ a: z.string() }), 'a');
    const shaped = await client.responses.create({ ...base, text: { format } });
    const tokens = [plain, instructed, shaped].map((response) => response.usage?.input_tokens ?? 0);
    expect(tokens[1]).toBeGreaterThan(tokens[0] ?? 0);
    expect(tokens[2]).toBeGreaterThan(tokens[0] ?? 0);
  });

  it('counts a long prefix as cached, in steps of 128, within input', async () => {
    const response = await client.responses.create({
      model: 'gpt-4.1',
      instructions: 'Write only what the resume says. '.repeat(300),
      input: PROSE,
    });
    const usage = response.usage;
    expect(usage?.input_tokens_details.cached_tokens).toBeGreaterThanOrEqual(1024);
    expect((usage?.input_tokens_details.cached_tokens ?? 1) % 128).toBe(0);
    expect(usage?.input_tokens_details.cached_tokens).toBeLessThanOrEqual(usage?.input_tokens ?? 0);
  });

  it('counts nothing as cached below 1024 tokens', async () => {
    const response = await client.responses.create({
      model: 'gpt-4.1',
      instructions: 'Brief.',
      input: PROSE,
    });
    expect(response.usage?.input_tokens_details.cached_tokens).toBe(0);
  });

  it('has the reasoning of models that reason within output', async () => {
    const response = await client.responses.create({ model: 'gpt-5-nano', input: PROSE });
    const reasoning = response.usage?.output_tokens_details.reasoning_tokens ?? 0;
    expect(reasoning).toBeGreaterThan(0);
    expect(response.usage?.output_tokens).toBeGreaterThan(reasoning);
  });
});

describe('the output cap', () => {
  it.each(['gpt-4.1', 'gpt-5'])('is never passed by %s, which says that it stopped there', async (model) => {
    const response = await client.responses.create({ model, input: PROSE, max_output_tokens: 16 });
    expect(response.status).toBe('incomplete');
    expect(response.incomplete_details?.reason).toBe('max_output_tokens');
    expect(response.usage?.output_tokens).toBe(16);
  });

  it('ends a stream with response.incomplete', async () => {
    const stream = await client.responses.create({
      model: 'gpt-4.1',
      input: PROSE,
      max_output_tokens: 16,
      stream: true,
    });
    expect((await collect(stream)).at(-1)?.type).toBe('response.incomplete');
  });

  it('leaves no message when reasoning uses it up', async () => {
    const response = await client.responses.create({ model: 'gpt-5', input: PROSE, max_output_tokens: 20 });
    expect(response.output.map((item) => item.type)).toEqual(['reasoning']);
    expect(response.usage?.output_tokens_details.reasoning_tokens).toBe(20);
  });
});

describe('a stored response', () => {
  it('is found by its id with its usage, by the key that made it', async () => {
    const created = await client.responses.create({ model: 'gpt-4.1', input: PROSE });
    const found = await client.responses.retrieve(created.id);
    expect(found.usage).toEqual(created.usage);
    expect(found.status).toBe('completed');
    await expect(clientFor('sk-simulated-other').responses.retrieve(created.id)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('is not kept with store: false', async () => {
    const created = await client.responses.create({ model: 'gpt-4.1', input: PROSE, store: false });
    await expect(client.responses.retrieve(created.id)).rejects.toMatchObject({ status: 404 });
  });
});

it('lists the models that it knows', async () => {
  const models = await collect(client.models.list());
  expect(models.map((model) => model.id)).toEqual(
    expect.arrayContaining(['gpt-5', 'gpt-4.1-nano', 'o4-mini']),
  );
});

it('records what it produced for each key', async () => {
  const key = 'sk-simulated-recorded';
  const created = await clientFor(key).responses.create({ model: 'gpt-4.1', input: PROSE });
  expect(simulator.produced(key)).toEqual([
    {
      responseId: created.id,
      model: 'gpt-4.1',
      usage: {
        inputTokens: created.usage?.input_tokens,
        cachedInputTokens: 0,
        outputTokens: created.usage?.output_tokens,
        reasoningTokens: 0,
      },
      finished: true,
      input: PROSE,
    },
  ]);
});

it('takes its pace and its clock from its options', async () => {
  const paced = await startOpenAiSimulator({ tokensPerSecond: 10_000, now: () => 1_000_000 });
  const pacedClient = new OpenAI({ apiKey: KEY, baseURL: paced.url, maxRetries: 0 });
  const response = await pacedClient.responses.create({ model: 'gpt-5', input: PROSE });
  await paced.stop();
  expect(response.created_at).toBe(1_000);
  expect(response.usage).toEqual((await client.responses.create({ model: 'gpt-5', input: PROSE })).usage);
});

it('may be stopped twice', async () => {
  const stopped = await startOpenAiSimulator();
  await Promise.all([stopped.stop(), stopped.stop()]);
  await expect(fetch(stopped.url)).rejects.toBeInstanceOf(TypeError);
});
