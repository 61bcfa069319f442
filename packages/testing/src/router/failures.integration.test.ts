import { ModelError, type Model } from '@resumint/ai';
import { createHandler } from '@resumint/api';
import { createClient } from '@resumint/client';
import type { OpenAiSimulator } from '@resumint/local-stack';
import { runCall, startCall, type AdmittedCall, type Metering } from '@resumint/metering';
import { parseResume } from '@resumint/operations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isOnNode } from '../mount.ts';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, holdOf, kindsOf } from './entries.ts';
import { ENDPOINT } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

type FaultInput = Parameters<OpenAiSimulator['fault']>[1];

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

const parse = () => person.client.ai.parseResume.mutate({ documentId });
const parseWith = (fault: FaultInput) => {
  app.simulator.fault(app.modelKey, fault);
  return parse();
};
const lastProduced = () => app.simulator.produced(app.modelKey).at(-1)?.usage;

/** The router over another metering. */
function parseThrough(metering: Metering): Promise<unknown> {
  const handler = createHandler({ ...app.dependencies, metering }, { endpoint: '/api/trpc', origins: [] });
  const fetch = (input: string | URL | Request, init: RequestInit) => handler(new Request(input, init));
  return createClient({ url: ENDPOINT, token: person.token, fetch }).ai.parseResume.mutate({ documentId });
}

/** A call that holds, and is still to be made. */
async function holdOnly(): Promise<AdmittedCall> {
  const plan = () =>
    Promise.resolve({
      operation: 'resume.parse',
      subjectId: documentId,
      otherModels: [],
      ...parseResume.plan({ text: 'Ada' }, 'gpt-4.1-nano'),
    });
  const intent = {
    userId: person.userId,
    operation: 'resume.parse',
    idempotencyKey: 'a key of the caller',
    input: {},
    plan,
  };
  const started = await startCall(app.dependencies.metering, intent, () => {});
  if (started.kind !== 'admitted') throw new Error('the call was not admitted');
  return started.call;
}

async function onlyReceipt() {
  const { receipts } = await person.client.usage.list.query();
  const [receipt, ...others] = receipts;
  if (!receipt || others.length > 0) throw new Error(`${receipts.length} receipts in place of one`);
  return receipt;
}

describe('a call that spent nothing is not charged', () => {
  it.each<FaultInput>([
    { kind: 'serverError' },
    { kind: 'serverError', status: 503 },
    { kind: 'rateLimited' },
    { kind: 'failedEvent' },
  ])('when the provider fails by $kind', async (fault) => {
    const { details } = await expectRefusal('model_failed', parseWith(fault));
    expect(details).toMatchObject({ charged: false, retryable: true });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'release']);
    const receipt = await onlyReceipt();
    expect(receipt).toMatchObject({
      status: 'released',
      outcome: 'failed',
      charged: { tokens: 0, costNanos: 0n },
    });
    expect(details.operationId).toBe(receipt.operationId);
    const { day, inFlight } = await person.client.usage.summary.query();
    expect(day.tokens).toMatchObject({ used: 0n, held: 0n });
    expect(inFlight.running).toBe(0);
  });
});

describe('a call of which nobody knows what it spent is charged what it held, as an estimate', () => {
  it.each<FaultInput>([
    { kind: 'cutMidStream' },
    { kind: 'endEarly' },
    { kind: 'malformedEvent' },
    { kind: 'errorEvent' },
    { kind: 'failedEvent', afterDeltas: 2 },
    { kind: 'failedEvent', withUsage: true },
  ])('when the answer breaks by $kind', async (fault) => {
    const { details } = await expectRefusal('model_failed', parseWith(fault));
    expect(details.charged).toBe(true);
    const { tokens, costNanos } = await holdOf(app.db, person.userId);
    expect(await onlyReceipt()).toMatchObject({
      status: 'settled',
      outcome: 'lost',
      isEstimated: true,
      charged: { tokens, costNanos },
    });
    const { day } = await person.client.usage.summary.query();
    expect(day.tokens).toMatchObject({ used: BigInt(tokens), held: 0n });
  });
});

it('an answer without usage is charged by count, within what was held', async () => {
  const { receipt } = await parseWith({ kind: 'missingUsage' });
  const used = lastProduced();
  expect(receipt).toMatchObject({ outcome: 'completed', isEstimated: true });
  expect(receipt.charged.tokens).toBeLessThanOrEqual(receipt.held.tokens);
  expect(receipt.tokens?.inputTokens).toBeGreaterThanOrEqual(used?.inputTokens ?? Infinity);
  expect(receipt.tokens?.outputTokens).toBeGreaterThan(0);
});

it.each<FaultInput>([{ kind: 'truncatedJson' }, { kind: 'refusal' }])(
  'an answer that cannot be used for $kind is charged what it used, and says so',
  async (fault) => {
    const { details } = await expectRefusal('model_failed', parseWith(fault));
    expect(details.charged).toBe(true);
    expect(await onlyReceipt()).toMatchObject({
      outcome: 'unusable',
      isEstimated: false,
      tokens: lastProduced(),
    });
  },
);

it('input that a provider reports beyond what was held widens what later calls quote and hold', async () => {
  const quote = () => person.client.ai.quote.query({ operation: 'resume.parse', documentId });
  const before = await quote();
  const { receipt } = await parseWith({ kind: 'overrun', outputTokens: 0, inputTokens: 400 });
  const reported = receipt.tokens?.inputTokens ?? 0;
  const after = await quote();
  const heldInput = after.atMost.tokens - after.maxOutputTokens;
  expect(heldInput).toBeGreaterThanOrEqual(reported);
  expect(heldInput).toBeGreaterThan(before.atMost.tokens - before.maxOutputTokens);
  await person.client.ai.parseResume.mutate({ documentId });
  const { receipts } = await person.client.usage.list.query();
  expect(receipts[0]).toMatchObject({ held: after.atMost, overrun: { tokens: 0, costNanos: 0n } });
});

it('an overrun is charged above the hold, and later calls are limited by it', async () => {
  const { receipt } = await parseWith({ kind: 'overrun', outputTokens: 9_500, inputTokens: 40 });
  expect(receipt.tokens).toEqual(lastProduced());
  expect(receipt.charged.tokens).toBeGreaterThan(receipt.held.tokens);
  expect(receipt.overrun).toEqual({
    tokens: receipt.charged.tokens - receipt.held.tokens,
    costNanos: receipt.charged.costNanos - receipt.held.costNanos,
  });
  expect(receipt.windowsAfter.day.tokens.used).toBe(BigInt(receipt.charged.tokens));
  // What is past the hold is no spending past a limit: those count calls that were admitted.
  expect(receipt.exceeded).toBeNull();
  const { details } = await expectRefusal('limit_reached', parse());
  expect(details.denial).toMatchObject({ used: BigInt(receipt.charged.tokens), remaining: 0n });
});

it.runIf(isOnNode('it puts a part of its own into the app, which is another process at the edge'))(
  'a failure that trying again does not help says so',
  async () => {
    const refusing: Model = () => {
      throw new ModelError('a bad request', { spent: 'nothing', retryable: false });
    };
    const { details } = await expectRefusal(
      'model_failed',
      parseThrough({ ...app.dependencies.metering, model: refusing }),
    );
    expect(details).toMatchObject({ retryable: false, charged: false });
  },
);

it.runIf(isOnNode('it makes the call itself, and not in the app'))(
  'a call whose time is over before it begins is not made, and not charged',
  async () => {
    const { metering } = app.dependencies;
    const before = app.simulator.produced(app.modelKey).length;
    const call = { ...(await holdOnly()), elapsed: () => metering.times.holdMs };
    const events = runCall(metering, call, {
      signal: new AbortController().signal,
      finish: ({ text }) => text,
      keepAlive: () => {},
    });
    await expect(events.next()).rejects.toMatchObject({ code: 'model_failed', details: { charged: false } });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'release']);
    expect(app.simulator.produced(app.modelKey)).toHaveLength(before);
  },
);

it.runIf(isOnNode('it puts a part of its own into the app, which is another process at the edge'))(
  'an answer that the operation fails to read is charged what it used, and told',
  async () => {
    const call = await holdOnly();
    const flaw = new Error('a flaw of the operation');
    const events = runCall(app.dependencies.metering, call, {
      signal: new AbortController().signal,
      keepAlive: () => {},
      finish: () => {
        throw flaw;
      },
    });
    const reading = (async () => {
      for await (const event of events) expect(event.type).toBe('text');
    })();
    await expect(reading).rejects.toMatchObject({
      code: 'model_failed',
      details: { charged: true },
      cause: flaw,
    });
    expect(await onlyReceipt()).toMatchObject({
      outcome: 'unusable',
      isEstimated: false,
      tokens: lastProduced(),
    });
  },
);

it('a failure takes no more from the next call', async () => {
  await expectRefusal('model_failed', parseWith({ kind: 'serverError' }));
  const { receipt } = await parse();
  const entries = await entriesOf(app.db, person.userId);
  expect(entries.map(({ kind }) => kind)).toEqual(['open', 'hold', 'release', 'hold', 'settle']);
  expect(receipt.windowsAfter.day.tokens).toMatchObject({ used: BigInt(receipt.charged.tokens), held: 0n });
});

// The last, since the provider stays away.
it.runIf(isOnNode('workerd tells of a connection that was refused as of one that was lost'))(
  'a call whose provider cannot be reached is not charged',
  async () => {
    await app.simulator.stop();
    const { details } = await expectRefusal('model_failed', parse());
    expect(details).toMatchObject({ charged: false, retryable: true });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'release']);
  },
);
