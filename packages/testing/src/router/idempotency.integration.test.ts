import { readAppError } from '@resumint/client';
import { operations } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const KEY = 'a key of the caller';
const DAY_MS = 24 * 3_600_000;

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

const modelCalls = () => app.simulator.produced(app.modelKey).length;
const parse = (input: { documentId?: string; model?: 'gpt-4.1-nano'; idempotencyKey?: string } = {}) =>
  person.client.ai.parseResume.mutate({ documentId, idempotencyKey: KEY, ...input });

it('the same key and input give the first answer, with one charge and one call to the model', async () => {
  const before = modelCalls();
  const first = await parse();
  const second = await parse();
  expect(second).toEqual(first);
  expect(modelCalls()).toBe(before + 1);
  expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
});

it('a replay is answered before any denial', async () => {
  const first = await parse();
  await person.client.limits.lower.mutate({ tokensPerDay: 0n });
  expect((await parse()).resume).toEqual(first.resume);
});

it('the same key with another input is refused with 409, and nothing is charged', async () => {
  await parse();
  const other = await uploadFile(person.client, `${SHORT_RESUME}\nand more`);
  for (const input of [{ documentId: other }, { model: 'gpt-4.1-nano' as const }]) {
    const before = await entriesOf(app.db, person.userId);
    await expectRefusal('key_reused', parse(input));
    expect(await entriesOf(app.db, person.userId)).toEqual(before);
  }
});

it('another person may use the same key', async () => {
  const first = await parse();
  const other = await app.createPerson();
  const theirs = await uploadFile(other.client, SHORT_RESUME);
  const { receipt } = await other.client.ai.parseResume.mutate({ documentId: theirs, idempotencyKey: KEY });
  expect(receipt.operationId).not.toBe(first.receipt.operationId);
  expect(await kindsOf(app.db, other.userId)).toEqual(['open', 'hold', 'settle']);
});

it('a replay while the first runs is refused with 409 and names the operation, which then answers', async () => {
  app.simulator.fault(app.modelKey, { kind: 'hang' });
  const first = parse();
  await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
  const { details } = await expectRefusal('in_progress', parse());
  app.simulator.release(app.modelKey);
  const { receipt } = await first;
  expect(details.operationId).toBe(receipt.operationId);
  expect((await parse()).receipt).toEqual(receipt);
});

it('of many at once with one key one calls the model, and all are charged as one', async () => {
  const before = modelCalls();
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => parse()));
  const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers.map(({ receipt }) => receipt.operationId)).size).toBe(1);
  for (const { reason } of refusals) expect(readAppError(reason)?.code).toBe('in_progress');
  expect(modelCalls()).toBe(before + 1);
  expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
});

it('calls without a key are calls of their own', async () => {
  const { idempotencyKey: _, ...input } = { documentId, idempotencyKey: KEY };
  const [first, second] = [
    await person.client.ai.parseResume.mutate(input),
    await person.client.ai.parseResume.mutate(input),
  ];
  expect(first.receipt.operationId).not.toBe(second.receipt.operationId);
});

it('an answer is kept for a day, and its key and receipt for as long as its entry: it is never charged again', async () => {
  const { receipt } = await parse();
  await app.settled();
  const readExpiry = () =>
    app.db
      .select({ at: operations.resultExpiresAt })
      .from(operations)
      .where(eq(operations.userId, person.userId));
  const [kept] = await readExpiry();
  const keptMs = (kept?.at.getTime() ?? 0) - (receipt.endedAt?.getTime() ?? 0);
  expect(Math.abs(keptMs - DAY_MS)).toBeLessThan(DAY_MS / 24);

  await app.direct
    .update(operations)
    .set({ resultExpiresAt: new Date(Date.now() - 1) })
    .where(eq(operations.userId, person.userId));
  const before = modelCalls();
  for (const _ of [1, 2]) {
    const { details } = await expectRefusal('result_expired', parse());
    expect(details).toEqual({ operationId: receipt.operationId });
  }
  await app.direct.delete(operations).where(eq(operations.userId, person.userId));
  await expectRefusal('result_expired', parse());
  expect(modelCalls()).toBe(before);
  expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
  const { windowsAfter: _, answeredFrom: __, ...told } = receipt;
  expect(await person.client.usage.receipt.query({ idempotencyKey: KEY })).toEqual(told);
});

it('a failure is replayed too, with what was charged', async () => {
  app.simulator.fault(app.modelKey, { kind: 'cutMidStream' });
  const first = await expectRefusal('model_failed', parse());
  const before = modelCalls();
  const second = await expectRefusal('model_failed', parse());
  expect(second.details).toEqual(first.details);
  expect(modelCalls()).toBe(before);
});
