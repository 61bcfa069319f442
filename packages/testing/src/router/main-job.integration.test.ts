import { OPENAI_PRICES, priceCall, type Price } from '@resumint/metering';
import { fixtureResumes } from '@resumint/resume/fixtures';
import { factsOf } from '@resumint/resume/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, holdOf, kindsOf } from './entries.ts';
import { uploadFixture } from './upload.ts';

const MANY_TOKENS = 10_000_000n;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe.each(fixtureResumes)('$file', ({ file, expected }) => {
  let person: Person;
  let documentId: string;

  beforeAll(async () => {
    person = await app.createPerson();
    const admin = await app.createPerson({ role: 'admin' });
    await admin.client.limits.setFor.mutate({
      email: person.email,
      limits: { tokensPerDay: MANY_TOKENS, tokensPerMonth: MANY_TOKENS },
    });
    documentId = await uploadFixture(person.client, file);
  });

  it('is quoted, parsed to the facts a person reads in it, and charged what the model used', async () => {
    const { client, userId } = person;
    const producedBefore = app.simulator.produced(app.modelKey).length;
    const quote = await client.ai.quote.query({ operation: 'resume.parse', documentId });
    expect(quote.denial).toBeNull();
    expect(await kindsOf(app.db, userId)).toEqual(['open', 'terms']);

    const { resume, unplaced, receipt } = await client.ai.parseResume.mutate({ documentId });
    expect(factsOf(resume)).toEqual(expected);
    expect(unplaced).toBeInstanceOf(Array);

    const hold = await holdOf(app.db, userId);
    expect({ tokens: hold.tokens, costNanos: hold.costNanos }).toEqual(quote.atMost);
    expect(receipt.held).toEqual(quote.atMost);

    const [produced, ...others] = app.simulator.produced(app.modelKey).slice(producedBefore);
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({
      status: 'settled',
      outcome: 'completed',
      isEstimated: false,
      tokens: produced?.usage,
    });
    expect(hold.inputTokens).toBeGreaterThanOrEqual(receipt.tokens?.inputTokens ?? Infinity);
    expect(hold.outputTokens).toBeGreaterThanOrEqual(receipt.tokens?.outputTokens ?? Infinity);
    expect(hold.costNanos).toBeGreaterThanOrEqual(receipt.charged.costNanos);
    expect(receipt.charged).toEqual(receipt.tokens && priceCall(priceOf(receipt), receipt.tokens));

    const { windowsAfter, answeredFrom, ...kept } = receipt;
    expect(answeredFrom).toBeNull();
    const summary = await client.usage.summary.query();
    expect({ day: summary.day, month: summary.month }).toEqual(windowsAfter);
    expect(summary.lifetime).toEqual({ ...receipt.charged, operations: 1 });
    for (const window of [summary.day, summary.month]) {
      expect(window.tokens).toMatchObject({ used: BigInt(receipt.charged.tokens), held: 0n });
      expect(window.cost).toMatchObject({ used: receipt.charged.costNanos, held: 0n });
    }
    const subject = { kind: 'document', id: documentId, title: file };
    expect(await client.usage.list.query()).toEqual({ receipts: [{ ...kept, subject }], nextCursor: null });
    expect(await client.usage.receipt.query({ operationId: receipt.operationId })).toEqual(kept);
  });
});

it('writes one hold and one settlement for a call', async () => {
  const person = await app.createPerson();
  const documentId = await uploadFixture(person.client, 'rendercv_classic_minimal.pdf');
  const { receipt } = await person.client.ai.parseResume.mutate({ documentId, model: 'gpt-4.1-nano' });
  const [, hold, settle, ...others] = await entriesOf(app.db, person.userId);
  expect(others).toEqual([]);
  expect(hold).toMatchObject({ kind: 'hold', operationId: receipt.operationId, model: 'gpt-4.1-nano' });
  expect(settle).toMatchObject({ kind: 'settle', operationId: receipt.operationId, ...receipt.charged });
});

it('leaves no failure unheard', async () => {
  await app.settled();
  expect(app.failures).toEqual([]);
});

/** By the price list, and not by what the app made of it. */
function priceOf({ model, priceVersion }: { model: string; priceVersion: string }): Price {
  const price = OPENAI_PRICES.find((one) => one.model === model && one.version === priceVersion);
  if (!price) throw new Error(`there is no price ${priceVersion} for ${model}`);
  return price;
}
