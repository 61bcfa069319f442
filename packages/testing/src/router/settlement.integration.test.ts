import type { Model, ModelRequest } from '@resumint/ai';
import { createHandler } from '@resumint/api';
import { createClient } from '@resumint/client';
import { ledger, operations } from '@resumint/drizzle';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { holdOf, kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { ENDPOINT } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const KEY = 'a key of the caller';

let app: TestApp;
let person: Person;
let documentId: string;
let steps: string[] = [];

beforeAll(async () => {
  app = await startTestApp({ onStatement: (statement) => steps.push(statement), times: { endMs: 500 } });
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});

const modelCalls = () => app.simulator.produced(app.modelKey).length;
const parse = () => person.client.ai.parseResume.mutate({ documentId, idempotencyKey: KEY });

/** Calls, and gives what happens while the model says nothing the time to happen before the model goes on. */
async function parseWhile(happen: () => Promise<unknown>) {
  app.simulator.fault(app.modelKey, { kind: 'hangAfterFirstEvents' });
  const answer = parse();
  // Where it is refused, the test that waits for it says so.
  answer.catch(() => undefined);
  await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
  await happen();
  app.simulator.release(app.modelKey);
  return { answer };
}

/** The same app with another model or other times. */
function clientOf(changes: Partial<TestApp['dependencies']['metering']>) {
  const metering = { ...app.dependencies.metering, ...changes };
  const handler = createHandler({ ...app.dependencies, metering }, { endpoint: '/api/trpc', origins: [] });
  const fetch = (input: string | URL | Request, init: RequestInit) => handler(new Request(input, init));
  return createClient({ url: ENDPOINT, token: person.token, fetch });
}

describe('before a model is called', () => {
  it('a call whose time is up is released, and the model is not called', async () => {
    const { times } = app.dependencies.metering;
    const client = clientOf({ times: { ...times, holdMs: 60_000, settleMarginMs: 60_000 } });
    const before = modelCalls();
    const { details } = await expectRefusal('model_failed', client.ai.parseResume.mutate({ documentId }));
    expect(details.charged).toBe(false);
    expect(modelCalls()).toBe(before);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'release']);
  });

  it('the cap that was held is what it is asked with, once', async () => {
    const asked: ModelRequest[] = [];
    const { model } = app.dependencies.metering;
    const listening: Model = (request, signal) => {
      asked.push(request);
      return model(request, signal);
    };
    const { receipt } = await clientOf({ model: listening }).ai.parseResume.mutate({ documentId });
    const { outputTokens } = await holdOf(app.db, person.userId);
    expect(asked.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([outputTokens]);
    expect(receipt.tokens?.outputTokens).toBeLessThanOrEqual(outputTokens ?? 0);
  });
});

describe('while the model answers', () => {
  it('the id of its response is stored as soon as it has arrived', async () => {
    const readIds = () =>
      app.db
        .select({ responseId: operations.responseId, subjectId: operations.subjectId })
        .from(operations)
        .where(eq(operations.userId, person.userId));
    const { answer } = await parseWhile(async () => {
      await expect
        .poll(readIds, PATIENCE)
        .toEqual([{ responseId: expect.stringMatching(/^resp_/), subjectId: documentId }]);
      expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold']);
    });
    await answer;
  });

  it('limits that are lowered to nothing refuse no settlement', async () => {
    const { answer } = await parseWhile(() =>
      person.client.limits.lower.mutate({
        tokensPerDay: 0n,
        costPerDay: 0n,
        tokensPerMonth: 0n,
        costPerMonth: 0n,
      }),
    );
    const { receipt } = await answer;
    expect(receipt).toMatchObject({ status: 'settled', outcome: 'completed', isEstimated: false });
    expect(receipt.charged.tokens).toBeGreaterThan(0);
    await expectRefusal('not_granted', person.client.ai.parseResume.mutate({ documentId }));
  });
});

describe('when the model has answered', () => {
  it('the result is stored before the call is settled', async () => {
    steps = [];
    await parse();
    await app.settled();
    const kept = steps.findIndex((step) => /^insert into `operations` .*update `result` = /.test(step));
    const settled = steps.findLastIndex((step) => step.startsWith('insert into `ledger`'));
    expect(kept).toBeGreaterThan(0);
    expect(settled).toBeGreaterThan(kept);
  });

  it('a charge that cannot be written is told of, tried again, and gives its answer in the end', async () => {
    const { answer } = await parseWhile(() =>
      app.direct.execute(
        sql`create trigger refuse before insert on ${ledger} for each row signal sqlstate '45000'`,
      ),
    );
    const { details } = await expectRefusal('model_failed', answer);
    const before = modelCalls();
    expect(details).toMatchObject({ charged: true, retryable: true });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold']);
    await app.direct.execute(sql`drop trigger refuse`);
    await app.settled();
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
    const { receipt } = await parse();
    expect(receipt).toMatchObject({ outcome: 'completed', isEstimated: false });
    expect(modelCalls()).toBe(before);
  });
});
