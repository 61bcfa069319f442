import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { holdOf } from './entries.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;
let admin: Person;
let person: Person;
let documentId: string;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.createPerson({ role: 'admin' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});

const parse = (
  options: { model?: 'gpt-4.1' | 'gpt-4.1-mini' | 'gpt-4.1-nano'; maxOutputTokens?: number } = {},
) => person.client.ai.parseResume.mutate({ documentId, ...options });
const quote = (options: Parameters<typeof parse>[0] = {}) =>
  person.client.ai.quote.query({ operation: 'resume.parse', documentId, ...options });

describe('a way through', () => {
  it('of a smaller answer is quoted, held and made as it was offered', async () => {
    const { atMost, maxOutputTokens: most } = await quote();
    await person.client.limits.lower.mutate({ tokensPerDay: BigInt(atMost.tokens - 50) });
    const { details } = await expectRefusal('not_granted', parse());
    const maxOutputTokens = most - 50;
    expect(details.denial.waysThrough).toEqual([
      { kind: 'smallerOutput', maxOutputTokens },
      { kind: 'withoutAi' },
    ]);
    expect(await quote({ maxOutputTokens })).toMatchObject({ maxOutputTokens, denial: null });
    const { receipt } = await parse({ maxOutputTokens });
    expect(receipt).toMatchObject({ outcome: 'completed', held: { tokens: atMost.tokens - 50 } });
    expect(await holdOf(app.db, person.userId)).toMatchObject({ outputTokens: maxOutputTokens });
  });

  it('of a cheaper model is admitted', async () => {
    const { atMost } = await quote({ model: 'gpt-4.1-mini' });
    await person.client.limits.lower.mutate({ costPerDay: atMost.costNanos });
    const { details } = await expectRefusal('not_granted', parse({ model: 'gpt-4.1' }));
    expect(details.denial.waysThrough).toContainEqual({ kind: 'cheaperModel', model: 'gpt-4.1-mini' });
    expect((await parse({ model: 'gpt-4.1-mini' })).receipt.outcome).toBe('completed');
  });

  it('of a plan is admitted on it', async () => {
    const long = `${SHORT_RESUME}\nSkills\n${'Mathematics, Engines, Letters\n'.repeat(1_000)}`;
    documentId = await uploadFile(person.client, long);
    const { details } = await expectRefusal('not_granted', parse());
    expect(details.denial.waysThrough).toEqual([
      { kind: 'plan', plan: 'basic@1', pricePerMonthNanos: 9_000_000_000n },
      { kind: 'withoutAi' },
    ]);
    await admin.client.limits.setPlanFor.mutate({ email: person.email, plan: 'basic@1' });
    expect(await quote()).toMatchObject({ denial: null });
  });
});

describe('a smaller answer', () => {
  it('is refused where it would be of no use, before anything is held', async () => {
    const { message } = await expectRefusal('bad_input', parse({ maxOutputTokens: 10 }));
    expect(message).toMatch(/Allow at least \d+\./);
  });

  it('is no larger than the operation allows', async () => {
    const { maxOutputTokens } = await quote();
    expect(await quote({ maxOutputTokens: 100_000 })).toMatchObject({ maxOutputTokens });
  });

  it('asked of another size under the same key is another request', async () => {
    const idempotencyKey = 'a key of the caller';
    const { maxOutputTokens } = await quote();
    await person.client.ai.parseResume.mutate({ documentId, idempotencyKey });
    const other = { documentId, idempotencyKey, maxOutputTokens: maxOutputTokens - 1 };
    await expectRefusal('key_reused', person.client.ai.parseResume.mutate(other));
  });

  it('of a summary ends with a whole sentence', async () => {
    const resumeId = await saveResumeOf(person.client);
    let shown = '';
    let summary: string | null = null;
    for await (const event of await person.client.ai.summarize.mutate({ resumeId, maxOutputTokens: 80 })) {
      if (event.type === 'text') shown += event.delta;
      else summary = event.result.summary;
    }
    expect(summary).toBe(shown);
    expect(shown).toMatch(/[.!?]$/);
    expect(await holdOf(app.db, person.userId)).toMatchObject({ outputTokens: 80 });
  });
});

describe('what a quote expects', () => {
  it('is an estimate at first, and then what the own calls of that operation and model took', async () => {
    expect(await quote()).toMatchObject({ basis: 'estimate', n: 0 });
    const { receipt } = await parse();
    expect(await quote()).toMatchObject({ basis: 'history', n: 1, expected: receipt.charged });
    await parse();
    expect(await quote()).toMatchObject({ basis: 'history', n: 2 });
    expect(await quote({ model: 'gpt-4.1-nano' })).toMatchObject({ basis: 'estimate', n: 0 });
    const resumeId = await saveResumeOf(person.client);
    const ofSummary = await person.client.ai.quote.query({ operation: 'resume.summarize', resumeId });
    expect(ofSummary).toMatchObject({ basis: 'estimate', n: 0 });
  });

  it('does not go by the calls of others', async () => {
    await parse();
    person = await app.createPerson();
    documentId = await uploadFile(person.client, SHORT_RESUME);
    expect(await quote()).toMatchObject({ basis: 'estimate', n: 0 });
  });
});
