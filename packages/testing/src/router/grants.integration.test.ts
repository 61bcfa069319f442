import { auditStream } from '@resumint/metering';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, holdOf, kindsOf } from './entries.ts';
import { post } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

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

const parse = () => person.client.ai.parseResume.mutate({ documentId });
const moveTo = (plan: 'free@1' | 'basic@1' | 'premium@1') =>
  admin.client.limits.setPlanFor.mutate({ email: person.email, plan });

describe('a plan', () => {
  it('is moved to by an entry, grants what it says from the next call on, and resets no counter', async () => {
    const { receipt } = await parse();
    const moved = await moveTo('basic@1');
    expect(moved).toMatchObject({
      plan: 'basic@1',
      price: { perMonthNanos: 9_000_000_000n, perYearNanos: 90_000_000_000n },
      limits: { tokensPerDay: { value: 50_000n, reason: 'plan', granted: 50_000n } },
      maxInFlight: 12,
    });
    const { plan, day, lifetime } = await person.client.usage.summary.query();
    expect(plan).toBe('basic@1');
    expect(day.tokens).toMatchObject({ limit: 50_000n, used: BigInt(receipt.charged.tokens) });
    expect(lifetime.operations).toBe(1);
    const last = (await entriesOf(app.db, person.userId)).at(-1);
    expect(last).toMatchObject({ kind: 'terms', actor: admin.userId, stateVersion: 2 });
  });

  it('is asked for again without another entry', async () => {
    await moveTo('basic@1');
    await moveTo('basic@1');
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'terms']);
  });

  it('leaves a stream that verifies, there and back', async () => {
    await parse();
    await moveTo('premium@1');
    await parse();
    await moveTo('free@1');
    const versions = (await entriesOf(app.db, person.userId)).map(({ stateVersion }) => stateVersion);
    expect(versions).toEqual([1, 1, 1, 2, 2, 2, 1]);
    const { ledger } = app.dependencies.metering;
    expect(await auditStream(ledger, person.userId)).toMatchObject({ entries: 7, findings: [] });
  });

  it('is put on nobody by a person, nor on nobody at all', async () => {
    const refused = person.client.limits.setPlanFor.mutate({ email: person.email, plan: 'premium@1' });
    await expectRefusal('forbidden', refused);
    const missing = admin.client.limits.setPlanFor.mutate({ email: 'nobody@example.com', plan: 'basic@1' });
    await expectRefusal('not_found', missing);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  });
});

describe('a cap of an operation', () => {
  it('refuses the call after it until the day ends, in words, numbers and the head', async () => {
    await admin.client.limits.setFor.mutate({
      email: person.email,
      operationsPerDay: { 'resume.parse': 1n },
    });
    await parse();
    const { details } = await expectRefusal('limit_reached', parse());
    expect(details.denial).toMatchObject({
      limit: 'operationsPerDay',
      unit: 'calls',
      allowed: 1n,
      used: 1n,
      held: 0n,
      requested: 1n,
      remaining: 0n,
    });
    const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
    expect(response.status).toBe(429);
    expect(response.headers.get('ratelimit')).toMatch(/^"calls-per-day";r=0;t=\d+$/);
    const { operationsToday } = await person.client.usage.summary.query();
    expect(operationsToday).toEqual([
      { operation: 'resume.parse', limit: 1n, used: 1n, held: 0n, remaining: 0n },
    ]);
  });

  it('can be lowered by the person, not raised, and given back', async () => {
    const { email } = person;
    await admin.client.limits.setFor.mutate({ email, operationsPerDay: { 'resume.parse': 5n } });
    const lower = (calls: bigint) =>
      person.client.limits.lower.mutate({ operationsPerDay: { 'resume.parse': calls } });
    await expectRefusal('bad_input', lower(6n));
    const lowered = await lower(0n);
    expect(lowered.operationsPerDay['resume.parse']).toEqual({ value: 0n, reason: 'user', granted: 5n });
    await expectRefusal('not_granted', parse());
    const restored = await person.client.limits.restore.mutate({ limits: ['operationsPerDay'] });
    expect(restored.operationsPerDay['resume.parse']).toMatchObject({ value: 5n, reason: 'admin' });
    expect((await parse()).receipt.outcome).toBe('completed');
  });
});

describe('soft limits', () => {
  beforeEach(async () => {
    await person.client.limits.lower.mutate({ tokensPerDay: 1n });
    await admin.client.limits.setFor.mutate({ email: person.email, enforcement: 'soft' });
  });

  it('say so in the quote, admit the call, and say so in summary and receipt', async () => {
    const quote = await person.client.ai.quote.query({ operation: 'resume.parse', documentId });
    expect(quote).toMatchObject({
      enforcement: 'soft',
      exceeds: 'tokensPerDay',
      binding: 'tokensPerDay',
      denial: null,
    });
    const { receipt } = await parse();
    expect(receipt.exceeded).toBe('tokensPerDay');
    const { operationId } = receipt;
    expect(await person.client.usage.receipt.query({ operationId })).toMatchObject({
      exceeded: 'tokensPerDay',
    });
    expect(await person.client.usage.summary.query()).toMatchObject({
      enforcement: 'soft',
      warnings: [expect.objectContaining({ limit: 'tokensPerDay' })],
    });
    const { ledger } = app.dependencies.metering;
    expect((await auditStream(ledger, person.userId)).findings).toEqual([]);
  });

  it('refuse again from the next call on when they are hard', async () => {
    await admin.client.limits.setFor.mutate({ email: person.email, enforcement: 'hard' });
    await expectRefusal('not_granted', parse());
  });
});

it('warnings come from the shares that the person sets, apart for tokens and cost', async () => {
  await person.client.limits.warn.mutate({ tokens: 1 });
  const current = await person.client.limits.warn.mutate({ cost: 99 });
  expect(current.warnAtPercent).toEqual({ tokens: 1, cost: 99 });
  await parse();
  const { warnings, day } = await person.client.usage.summary.query();
  expect(warnings).toContainEqual(expect.objectContaining({ limit: 'tokensPerDay', warnAtPercent: 1 }));
  expect(day.cost.isNear).toBe(false);
});

it('a hold within hard limits has no outcome, as ever', async () => {
  await parse();
  expect(await holdOf(app.db, person.userId)).toMatchObject({ outcome: null, stateVersion: 1 });
});
