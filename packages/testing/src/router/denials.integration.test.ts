import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { post, postStreamed } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;
let person: Person;
let documentId: string;
let atMost: { tokens: number; costNanos: bigint };

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson({ zone: 'Europe/Berlin' });
  documentId = await uploadFile(person.client, SHORT_RESUME);
  ({ atMost } = await person.client.ai.quote.query({ operation: 'resume.parse', documentId }));
});

const modelCalls = () => app.simulator.produced(app.modelKey).length;
const parse = () => person.client.ai.parseResume.mutate({ documentId });

describe('a call that does not fit into what is left of a window', () => {
  beforeEach(async () => {
    await parse();
    await person.client.limits.lower.mutate({ tokensPerDay: BigInt(atMost.tokens) });
  });

  it('is refused with the numbers of the limit that binds and when it resets', async () => {
    const summary = await person.client.usage.summary.query();
    const { details, message } = await expectRefusal('limit_reached', parse());
    const { startsAt, resetsAt, tokens } = summary.day;
    expect(details.denial).toEqual({
      limit: 'tokensPerDay',
      unit: 'tokens',
      allowed: BigInt(atMost.tokens),
      used: tokens.used,
      held: 0n,
      requested: BigInt(atMost.tokens),
      remaining: BigInt(atMost.tokens) - tokens.used,
      window: { startsAt, endsAt: resetsAt },
      resetsAt,
      zone: 'Europe/Berlin',
      waysThrough: [{ kind: 'wait', until: resetsAt }, { kind: 'withoutAi' }],
    });
    expect(message).toContain(resetsAt.toISOString());
  });

  it('writes nothing and calls no model', async () => {
    const before = { entries: await entriesOf(app.db, person.userId), calls: modelCalls() };
    await expectRefusal('limit_reached', parse());
    expect({ entries: await entriesOf(app.db, person.userId), calls: modelCalls() }).toEqual(before);
  });

  it('is refused with the denial that its quote foresaw', async () => {
    const { denial } = await person.client.ai.quote.query({ operation: 'resume.parse', documentId });
    const { details } = await expectRefusal('limit_reached', parse());
    expect(denial).toEqual(details.denial);
    const check = await person.client.limits.check.query(atMost);
    expect(check).toEqual({ isAdmitted: false, denial });
  });

  it('says so in the head of the response: 429, when to come back, and the limit that binds', async () => {
    const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
    const { day } = await person.client.usage.summary.query();
    expect(response.status).toBe(429);
    const remaining = BigInt(atMost.tokens) - day.tokens.used;
    expectDenialHead(response, { quota: atMost.tokens, remaining, day });
  });

  it('says so in the head of a streamed response too', async () => {
    const resumeId = await saveResume(person);
    await person.client.limits.lower.mutate({ tokensPerDay: 1_000n });
    const response = await postStreamed(app, 'ai.summarize', { input: { resumeId }, person });
    const { day } = await person.client.usage.summary.query();
    expect(response.status).toBe(429);
    expectDenialHead(response, { quota: 1_000, remaining: 0n, day });
    expect(await response.text()).toContain('limit_reached');
  });
});

describe('a call that time does not help', () => {
  it.each([0n, 100n])(
    'is refused with 402 at a limit of %d, without a time to come back',
    async (tokensPerDay) => {
      await person.client.limits.lower.mutate({ tokensPerDay });
      const { details } = await expectRefusal('not_granted', parse());
      expect(details.denial).toMatchObject({
        resetsAt: null,
        allowed: tokensPerDay,
        waysThrough: [{ kind: 'withoutAi' }],
      });
      const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
      expect(response.status).toBe(402);
      expect(response.headers.has('retry-after')).toBe(false);
      expect(response.headers.get('ratelimit')).toBe(`"tokens-per-day";r=${tokensPerDay}`);
      expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'terms']);
    },
  );

  it('is refused with 402 at a cost limit of 0', async () => {
    await person.client.limits.lower.mutate({ costPerMonth: 0n, costPerDay: 0n });
    const { details } = await expectRefusal('not_granted', parse());
    expect(details.denial).toMatchObject({ unit: 'nanos', allowed: 0n, requested: atMost.costNanos });
  });

  it('is refused with 402 where no call at once is granted', async () => {
    await setFor(person, { maxInFlight: 0 });
    const { details } = await expectRefusal('not_granted', parse());
    expect(details.denial).toMatchObject({ limit: 'inFlight', allowed: 0n, resetsAt: null });
  });
});

describe('more calls at once than are granted', () => {
  it('are refused with 429 until one has ended', async () => {
    await setFor(person, { maxInFlight: 1 });
    app.simulator.fault(app.modelKey, { kind: 'hang' });
    const running = parse();
    await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);

    const { details } = await expectRefusal('too_many_in_flight', parse());
    expect(details.denial).toMatchObject({
      limit: 'inFlight',
      allowed: 1n,
      held: 1n,
      requested: 1n,
      remaining: 0n,
    });
    const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
    expect(response.status).toBe(429);
    expect(response.headers.get('ratelimit-policy')).toBe('"calls-at-once";q=1');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);

    app.simulator.release(app.modelKey);
    await running;
    expect((await parse()).receipt.outcome).toBe('completed');
  });

  it('hold their part of the window meanwhile, and give it back', async () => {
    app.simulator.fault(app.modelKey, { kind: 'hang' });
    const running = parse();
    await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
    await person.client.limits.lower.mutate({ tokensPerDay: BigInt(2 * atMost.tokens - 1) });
    const { details } = await expectRefusal('limit_reached', parse());
    expect(details.denial).toMatchObject({
      used: 0n,
      held: BigInt(atMost.tokens),
      requested: BigInt(atMost.tokens),
    });
    app.simulator.release(app.modelKey);
    const { receipt } = await running;
    const { day, inFlight } = await person.client.usage.summary.query();
    expect(day.tokens).toMatchObject({ used: BigInt(receipt.charged.tokens), held: 0n });
    expect(inFlight.running).toBe(0);
  });
});

it('an admitted call has its limits in the head of its response', async () => {
  const response = await post(app, 'ai.parseResume', { input: { documentId }, person });
  expect(response.status).toBe(200);
  const { day } = await person.client.usage.summary.query();
  expect(response.headers.get('ratelimit-policy')).toMatch(
    /^"tokens-per-day";q=10000;w=\d+, "nanodollars-per-day";q=5000000000;w=\d+, "tokens-per-month";q=100000;w=\d+, "nanodollars-per-month";q=50000000000;w=\d+$/,
  );
  expect(response.headers.get('ratelimit')).toMatch(
    new RegExp(`^"tokens-per-day";r=${day.tokens.remaining};t=\\d+$`),
  );
});

function expectDenialHead(
  { headers }: Response,
  { quota, remaining, day }: { quota: number; remaining: bigint; day: { startsAt: Date; resetsAt: Date } },
): void {
  const windowSeconds = (day.resetsAt.getTime() - day.startsAt.getTime()) / 1000;
  expect(headers.get('ratelimit-policy')).toBe(`"tokens-per-day";q=${quota};w=${windowSeconds}`);
  const retryAfter = headers.get('retry-after');
  expect(Number(retryAfter)).toBeGreaterThan(0);
  expect(Number(retryAfter)).toBeLessThanOrEqual(windowSeconds);
  expect(headers.get('ratelimit')).toBe(`"tokens-per-day";r=${remaining};t=${retryAfter}`);
}

async function setFor({ email }: Person, change: { maxInFlight?: number | null }): Promise<void> {
  const admin = await app.createPerson({ role: 'admin' });
  await admin.client.limits.setFor.mutate({ email, ...change });
}

async function saveResume({ client }: Person): Promise<string> {
  const { resumeId } = await client.resumes.save.mutate({
    title: 'Mine',
    content: { basics: { name: 'Ada Lovelace', label: 'Analyst' } },
  });
  return resumeId;
}
