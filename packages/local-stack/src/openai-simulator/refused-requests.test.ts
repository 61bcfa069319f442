import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOpenAiSimulator, type OpenAiSimulator } from './start-openai-simulator.ts';

const KEY = 'sk-simulated-refused';

let simulator: OpenAiSimulator;

beforeAll(async () => {
  simulator = await startOpenAiSimulator();
});
afterAll(() => simulator.stop());

describe('a refused request', () => {
  const body = { model: 'gpt-4.1', input: 'Hello' };
  const post = (path: string, text: string, key = KEY) =>
    fetch(`${simulator.url}${path}`, {
      method: 'POST',
      body: text,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });

  it.each([
    [
      'a key that is not simulated',
      () => post('/responses', JSON.stringify(body), 'sk-real'),
      401,
      'invalid_api_key',
    ],
    ['an unknown route', () => post('/chat/completions', '{}'), 404, null],
    ['malformed JSON', () => post('/responses', '{"model":'), 400, null],
    ['an unknown model', () => post('/responses', '{"model":"gpt-9","input":"x"}'), 404, 'model_not_found'],
    ['a missing model', () => post('/responses', '{"input":"x"}'), 400, 'missing_required_parameter'],
    [
      'an unknown parameter',
      () => post('/responses', JSON.stringify({ ...body, n: 2 })),
      400,
      'unknown_parameter',
    ],
    [
      'a cap below 16',
      () => post('/responses', JSON.stringify({ ...body, max_output_tokens: 15 })),
      400,
      'integer_below_min_value',
    ],
    [
      'a temperature for a model that reasons',
      () => post('/responses', JSON.stringify({ ...body, model: 'gpt-5', temperature: 0 })),
      400,
      'unsupported_parameter',
    ],
    ['a body of more than 4 MB', () => post('/responses', `"${'x'.repeat(5_000_000)}"`), 413, null],
    [
      'an input beyond the context window',
      () => post('/responses', JSON.stringify({ model: 'gpt-4o', input: 'word '.repeat(130_000) })),
      400,
      'context_length_exceeded',
    ],
  ])('for %s has the status and the error body of OpenAI', async (...[, send, status, code]) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', code } });
  });

  it('for a missing key is a 401', async () => {
    expect((await fetch(`${simulator.url}/models`)).status).toBe(401);
  });
});
