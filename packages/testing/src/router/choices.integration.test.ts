import { operationChoices } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { holdOf } from './entries.ts';
import { post } from './raw-request.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;
let person: Person;
let documentId: string;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});

const choose = (choice: Omit<Parameters<typeof person.client.choices.set.mutate>[0], 'operation'>) =>
  person.client.choices.set.mutate({ operation: 'resume.parse', ...choice });
const parse = (options: { model?: 'gpt-4.1' | 'gpt-4.1-nano'; idempotencyKey?: string } = {}) =>
  person.client.ai.parseResume.mutate({ documentId, ...options });
const quote = (model?: 'gpt-4.1') =>
  person.client.ai.quote.query({ operation: 'resume.parse', documentId, ...(model && { model }) });
const summarize = async (resumeId: string, maxOutputTokens?: number) => {
  const cap = maxOutputTokens === undefined ? {} : { maxOutputTokens };
  for await (const event of await person.client.ai.summarize.mutate({ resumeId, ...cap })) {
    expect(event).toBeDefined();
  }
};

describe('the tier that a person chose', () => {
  it('is standard until they choose, with the price of each', async () => {
    const [parsing, summarizing] = await person.client.choices.list.query();
    expect(parsing).toMatchObject({ operation: 'resume.parse', chosen: 'standard', isUsual: true, n: 0 });
    expect(parsing?.tiers.map(({ tier, model }) => [tier, model])).toEqual([
      ['economy', 'gpt-4.1-nano'],
      ['standard', 'gpt-4.1-mini'],
      ['best', 'gpt-4.1'],
    ]);
    const costs = parsing?.tiers.map(({ expected }) => expected.costNanos) ?? [];
    expect(costs.toSorted((left, right) => (left < right ? -1 : 1))).toEqual(costs);
    expect(parsing?.tiers[1]?.bands).toEqual([
      {
        aboveInputTokens: 0,
        inputNanosPerMillion: 400_000_000n,
        cachedInputNanosPerMillion: 100_000_000n,
        outputNanosPerMillion: 1_600_000_000n,
      },
    ]);
    expect(summarizing).toMatchObject({ operation: 'resume.summarize', chosen: 'standard' });
  });

  it('is what calls and quotes of that operation go by, and no others', async () => {
    const [parsing, summarizing] = await choose({ tier: 'best' });
    expect([parsing?.chosen, parsing?.isUsual, summarizing?.chosen]).toEqual(['best', false, 'standard']);
    expect((await quote()).model).toBe('gpt-4.1');
    expect((await parse()).receipt.model).toBe('gpt-4.1');
    const resumeId = await saveResumeOf(person.client);
    await summarize(resumeId);
    const { receipts } = await person.client.usage.list.query({ limit: 1 });
    expect(receipts).toMatchObject([{ operation: 'resume.summarize', model: 'gpt-4.1-mini' }]);
    await choose({ tier: null });
    expect((await quote()).model).toBe('gpt-4.1-mini');
  });

  it('yields to a model that the caller names', async () => {
    await choose({ tier: 'economy' });
    expect((await quote('gpt-4.1')).model).toBe('gpt-4.1');
    expect((await parse({ model: 'gpt-4.1' })).receipt.model).toBe('gpt-4.1');
  });

  it('changed meanwhile, a retry of a call is still given its first answer', async () => {
    const idempotencyKey = 'a key of the caller';
    const first = await parse({ idempotencyKey });
    await choose({ tier: 'economy' });
    expect(await parse({ idempotencyKey })).toEqual(first);
  });

  it('has a price that goes by their own calls once there are some', async () => {
    const { receipt } = await parse();
    const [parsing] = await person.client.choices.list.query();
    expect(parsing).toMatchObject({ basis: 'history', n: 1 });
    const standard = parsing?.tiers.find(({ tier }) => tier === 'standard');
    expect(standard?.expected).toEqual(receipt.charged);
    expect(standard?.atMost).toEqual(receipt.held);
  });

  it('has no price that is more than the most that such a call is held for', async () => {
    await parse({ model: 'gpt-4.1' });
    await parse({ model: 'gpt-4.1-nano' });
    await person.client.choices.set.mutate({ operation: 'resume.summarize', maxOutputTokens: 1 });
    const [parsing, summarizing] = await person.client.choices.list.query();
    expect(parsing?.n).toBe(2);
    for (const { expected, atMost } of [...(parsing?.tiers ?? []), ...(summarizing?.tiers ?? [])]) {
      expect(expected.costNanos <= atMost.costNanos && expected.tokens <= atMost.tokens).toBe(true);
    }
  });

  it('is nobody else’s', async () => {
    await choose({ tier: 'best', maxOutputTokens: 900 });
    const stranger = await app.createPerson();
    const [parsing] = await stranger.client.choices.list.query();
    expect(parsing).toMatchObject({ chosen: 'standard', isUsual: true, maxOutputTokens: null });
  });
});

describe('the cap that a person chose', () => {
  it('is held for calls of that operation, and yields to one that the caller names', async () => {
    await person.client.choices.set.mutate({ operation: 'resume.summarize', maxOutputTokens: 120 });
    const resumeId = await saveResumeOf(person.client);
    await summarize(resumeId);
    expect(await holdOf(app.db, person.userId)).toMatchObject({ outputTokens: 120 });
    person = await app.createPerson();
    await person.client.choices.set.mutate({ operation: 'resume.summarize', maxOutputTokens: 120 });
    await summarize(await saveResumeOf(person.client), 200);
    expect(await holdOf(app.db, person.userId)).toMatchObject({ outputTokens: 200 });
  });

  it('below what is of use to a call is as small as that call allows, and refuses nothing', async () => {
    const { maxOutputTokens: most } = await quote();
    await choose({ maxOutputTokens: 1 });
    const { maxOutputTokens: least, denial } = await quote();
    expect(least).toBeGreaterThan(1);
    expect(least).toBeLessThan(most);
    expect(denial).toBeNull();
    expect((await parse()).receipt.outcome).toBe('completed');
  });

  it('leaves the tier as it is, and is taken back with null', async () => {
    await choose({ tier: 'best' });
    const [capped] = await choose({ maxOutputTokens: 5_000 });
    expect(capped).toMatchObject({ chosen: 'best', maxOutputTokens: 5_000 });
    const [restored] = await choose({ maxOutputTokens: null });
    expect(restored).toMatchObject({ chosen: 'best', maxOutputTokens: null });
  });
});

it('changes at once are all kept', async () => {
  await Promise.all([
    choose({ tier: 'best' }),
    choose({ maxOutputTokens: 2_000 }),
    person.client.choices.set.mutate({ operation: 'resume.summarize', tier: 'economy' }),
  ]);
  expect(await person.client.choices.list.query()).toMatchObject([
    { chosen: 'best', maxOutputTokens: 2_000 },
    { chosen: 'economy', maxOutputTokens: null },
  ]);
});

it.each([
  { operation: 'resume.forge', tier: 'best' },
  { operation: 'resume.parse', tier: 'finest' },
  { operation: 'resume.parse', maxOutputTokens: 0 },
  { operation: 'resume.parse', maxOutputTokens: 1.5 },
  { tier: 'best' },
])('%o is refused and kept nowhere', async (input) => {
  expect((await post(app, 'choices.set', { input, person })).status).toBe(400);
  expect((await post(app, 'choices.set', { input })).status).toBe(401);
  expect(await app.db.$count(operationChoices, eq(operationChoices.userId, person.userId))).toBe(0);
});
