import { operations } from '@resumint/drizzle';
import type { OpenAiSimulator } from '@resumint/local-stack';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

type FaultInput = Parameters<OpenAiSimulator['fault']>[1];

const NOTHING = { tokens: 0, costNanos: 0n };

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

const choose = (reusesAnswers: boolean) =>
  person.client.choices.set.mutate({ operation: 'resume.parse', reusesAnswers });
const parse = (options: { model?: 'gpt-4.1'; fresh?: boolean; idempotencyKey?: string } = {}) =>
  person.client.ai.parseResume.mutate({ documentId, ...options });
const quote = (options: { model?: 'gpt-4.1'; fresh?: boolean } = {}) =>
  person.client.ai.quote.query({ operation: 'resume.parse', documentId, ...options });
const modelCalls = () => app.simulator.produced(app.modelKey).length;

describe('a repeated input, where a person chose so', () => {
  it('is answered from their earlier call, which the receipt and the quote name, and nothing is written', async () => {
    await choose(true);
    expect((await quote()).answeredFrom).toBeNull();
    const first = await parse();
    expect(first.receipt.answeredFrom).toBeNull();
    await app.settled();
    const [before, calls, summary] = [
      await entriesOf(app.db, person.userId),
      modelCalls(),
      await person.client.usage.summary.query(),
    ];
    const { operationId, startedAt, windowsAfter } = first.receipt;
    const answeredFrom = { operationId, startedAt };
    expect(await quote()).toMatchObject({
      answeredFrom,
      expected: NOTHING,
      atMost: NOTHING,
      crosses: [],
      denial: null,
    });
    const { receipt, ...answer } = await parse();
    const { receipt: _, ...firstAnswer } = first;
    expect(answer).toEqual(firstAnswer);
    expect(receipt).toMatchObject({ answeredFrom, charged: NOTHING, held: NOTHING, status: 'released' });
    expect(receipt.windowsAfter).toEqual(windowsAfter);
    expect(receipt.operationId).not.toBe(operationId);
    expect(modelCalls()).toBe(calls);
    expect(await entriesOf(app.db, person.userId)).toEqual(before);
    const after = await person.client.usage.summary.query();
    expect({ ...after, at: summary.at }).toEqual(summary);
  });

  it('is answered also where a limit is used up, which no call would be admitted by', async () => {
    await choose(true);
    await parse();
    await app.settled();
    await person.client.limits.lower.mutate({ tokensPerDay: 0n });
    expect((await quote()).denial).toBeNull();
    expect((await quote({ fresh: true })).denial?.limit).toBe('tokensPerDay');
    expect((await parse()).receipt.answeredFrom).not.toBeNull();
    await expectRefusal('not_granted', parse({ fresh: true }));
  });

  it('is read again by the model when that is asked for, and from then on answered from that call', async () => {
    await choose(true);
    await parse();
    await app.settled();
    expect(await quote({ fresh: true })).toMatchObject({ answeredFrom: null });
    const fresh = await parse({ fresh: true });
    expect(fresh.receipt).toMatchObject({ answeredFrom: null, status: 'settled' });
    await app.settled();
    expect((await parse()).receipt.answeredFrom?.operationId).toBe(fresh.receipt.operationId);
  });

  it('is answered alike when its key is sent again', async () => {
    await choose(true);
    await parse();
    await app.settled();
    const idempotencyKey = 'a key of the caller';
    const { receipt: first, ...answer } = await parse({ idempotencyKey });
    const { receipt: second, ...again } = await parse({ idempotencyKey });
    expect(again).toEqual(answer);
    expect([second.operationId, second.answeredFrom]).toEqual([first.operationId, first.answeredFrom]);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
  });

  it('under a key that was used before is what that key was answered, and no other', async () => {
    const idempotencyKey = 'a key of the caller';
    const { receipt: own } = await parse({ idempotencyKey });
    await choose(true);
    await parse({ fresh: true });
    await app.settled();
    const { operationId, charged, answeredFrom } = (await parse({ idempotencyKey })).receipt;
    expect({ operationId, charged, answeredFrom }).toEqual({
      operationId: own.operationId,
      charged: own.charged,
      answeredFrom: null,
    });
  });
});

describe('a call is made and charged', () => {
  const expectMade = async () => {
    expect((await quote()).answeredFrom).toBeNull();
    const calls = modelCalls();
    const { receipt } = await parse();
    expect(receipt).toMatchObject({ answeredFrom: null, status: 'settled', outcome: 'completed' });
    expect(receipt.charged.tokens).toBeGreaterThan(0);
    expect(modelCalls()).toBe(calls + 1);
  };

  it('where the person did not choose so, or chose otherwise since', async () => {
    await parse();
    await app.settled();
    await expectMade();
    await choose(true);
    expect((await quote()).answeredFrom).not.toBeNull();
    await choose(false);
    await expectMade();
  });

  it.each<FaultInput>([{ kind: 'serverError' }, { kind: 'cutMidStream' }])(
    'where the earlier one failed by $kind',
    async (fault) => {
      await choose(true);
      app.simulator.fault(app.modelKey, fault);
      await expectRefusal('model_failed', parse());
      await app.settled();
      await expectMade();
    },
  );

  it('where the earlier one still runs', async () => {
    await choose(true);
    app.simulator.fault(app.modelKey, { kind: 'hang' });
    const first = parse();
    await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
    await expectMade();
    app.simulator.release(app.modelKey);
    expect((await first).receipt.answeredFrom).toBeNull();
    expect((await kindsOf(app.db, person.userId)).filter((kind) => kind === 'settle')).toHaveLength(2);
  });

  it('where the earlier answer is no longer kept', async () => {
    await choose(true);
    await parse();
    await app.settled();
    await app.direct
      .update(operations)
      .set({ resultExpiresAt: new Date(Date.now() - 1) })
      .where(eq(operations.userId, person.userId));
    await expectMade();
  });

  it('where the earlier one was about another document, or with another model', async () => {
    await choose(true);
    await parse({ model: 'gpt-4.1' });
    const other = await uploadFile(person.client, `${SHORT_RESUME}\nand more`);
    await person.client.ai.parseResume.mutate({ documentId: other });
    await app.settled();
    await expectMade();
    expect((await quote({ model: 'gpt-4.1' })).answeredFrom).not.toBeNull();
    await person.client.choices.set.mutate({ operation: 'resume.parse', tier: 'economy' });
    await expectMade();
  });

  it('where the earlier one was another person’s', async () => {
    await choose(true);
    await parse();
    await app.settled();
    person = await app.createPerson();
    documentId = await uploadFile(person.client, SHORT_RESUME);
    await choose(true);
    await expectMade();
  });
});

it('cannot be chosen where who asks again is to get another answer', async () => {
  const operation = 'resume.summarize';
  await expectRefusal('bad_input', person.client.choices.set.mutate({ operation, reusesAnswers: true }));
  const [parsing, summarizing] = await choose(true);
  expect([parsing?.reusesAnswers, summarizing?.reusesAnswers]).toEqual([true, null]);
  const resumeId = await saveResumeOf(person.client);
  const { answeredFrom } = await person.client.ai.quote.query({ operation, resumeId });
  expect(answeredFrom).toBeNull();
});
