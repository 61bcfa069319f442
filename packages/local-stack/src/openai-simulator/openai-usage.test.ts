import { ModelError } from '@resumint/ai';
import { createOpenAiModel, createOpenAiUsage } from '@resumint/ai/openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInput } from './faults.ts';
import { startOpenAiSimulator, type OpenAiSimulator } from './start-openai-simulator.ts';

const REQUEST = {
  model: 'gpt-4.1',
  instructions: 'Repeat the first sentences.',
  input: 'Ada built engines and wrote the first program. Then she wrote a good deal about music.',
  maxOutputTokens: 200,
};

let simulator: OpenAiSimulator;
let keys = 0;

beforeAll(async () => {
  simulator = await startOpenAiSimulator({ record: true });
});
afterAll(() => simulator.stop());

const never = () => new AbortController().signal;
const usageBy = (apiKey: string, options: { timeoutMs?: number } = {}) =>
  createOpenAiUsage({ apiKey, baseUrl: simulator.url, ...options });

/** Calls the model, whatever comes of it, and gives what the response was called and who asked for it. */
async function called(fault?: FaultInput) {
  const key = `sk-simulated-usage-${(keys += 1)}`;
  if (fault) simulator.fault(key, fault);
  let responseId = '';
  try {
    const model = createOpenAiModel({ apiKey: key, baseUrl: simulator.url });
    for await (const event of model(REQUEST, never())) {
      if (event.type === 'started') responseId = event.responseId;
    }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
  }
  return { key, responseId };
}

describe('what a stored response used', () => {
  it('is what was reported when it ended', async () => {
    const { key, responseId } = await called();
    const found = await usageBy(key)(responseId, never());
    expect(found).toEqual({ kind: 'known', usage: simulator.produced(key)[0]?.usage });
  });

  it.each<FaultInput>([
    { kind: 'cutMidStream' },
    { kind: 'endEarly' },
    { kind: 'malformedEvent' },
    { kind: 'missingUsage' },
  ])('is known though its stream did not tell, by $kind', async (fault) => {
    const { key, responseId } = await called(fault);
    const found = await usageBy(key)(responseId, never());
    expect(found).toEqual({ kind: 'known', usage: simulator.produced(key)[0]?.usage });
  });

  it('is unknown where the response failed without any', async () => {
    const { key, responseId } = await called({ kind: 'failedEvent' });
    expect(await usageBy(key)(responseId, never())).toEqual({ kind: 'unknown' });
  });

  it('is unknown for a response that is not there, or is somebody else’s', async () => {
    const { key, responseId } = await called();
    expect(await usageBy(key)('resp_of_nobody', never())).toEqual({ kind: 'unknown' });
    expect(await usageBy('sk-simulated-other')(responseId, never())).toEqual({ kind: 'unknown' });
  });

  it('is not known yet while the response is being made', async () => {
    const key = `sk-simulated-usage-${(keys += 1)}`;
    simulator.fault(key, { kind: 'hangAfterFirstEvents' });
    const leaving = new AbortController();
    const model = createOpenAiModel({ apiKey: key, baseUrl: simulator.url });
    for await (const event of model(REQUEST, leaving.signal)) {
      if (event.type !== 'started') continue;
      expect(await usageBy(key)(event.responseId, never())).toEqual({ kind: 'pending' });
      break;
    }
  });

  it('is asked for once, and a failure is told', async () => {
    const refused = usageBy('sk-wrong')('resp_1', never());
    await expect(refused).rejects.toBeInstanceOf(ModelError);
    const aborted = usageBy('sk-simulated-x')('resp_1', AbortSignal.abort());
    await expect(aborted).rejects.toBeInstanceOf(ModelError);
  });
});
