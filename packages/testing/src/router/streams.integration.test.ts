import type { Outputs } from '@resumint/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isOnNode } from '../mount.ts';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { post, postStreamed } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf } from './upload.ts';

const SLOW = { kind: 'slow', delayMs: 100 } as const;

let app: TestApp;
let person: Person;
let resumeId: string;
let heard: (statement: string) => void = () => {};

beforeAll(async () => {
  app = await startTestApp({ onStatement: (statement) => heard(statement) });
});
afterAll(() => app.stop());
beforeEach(async () => {
  heard = () => {};
  person = await app.createPerson();
  resumeId = await saveResumeOf(person.client);
});

const lastProduced = () => app.simulator.produced(app.modelKey).at(-1)?.usage;

describe('a summary that is heard to its end', () => {
  it('comes in whole sentences and ends with its result and receipt', async () => {
    const events = await collect(await person.client.ai.summarize.mutate({ resumeId }));
    const finished = events.at(-1);
    if (finished?.type !== 'finished') throw new Error('the stream did not finish');
    const deltas = events.flatMap((event) => (event.type === 'text' ? [event.delta] : []));
    expect(deltas.length).toBeGreaterThan(1);
    for (const delta of deltas) expect(delta).toMatch(/[.!?]["”’)]?$/);
    expect(deltas.join('')).toBe(finished.result.summary);
    expect(finished.receipt).toMatchObject({
      status: 'settled',
      outcome: 'completed',
      tokens: lastProduced(),
    });
    const { windowsAfter, answeredFrom, ...kept } = finished.receipt;
    expect(answeredFrom).toBeNull();
    const { day, month } = await person.client.usage.summary.query();
    expect({ day, month }).toEqual(windowsAfter);
    expect(await person.client.usage.receipt.query(kept)).toEqual(kept);
  });

  it('has the limits in the head of its response', async () => {
    const response = await postStreamed(app, 'ai.summarize', { input: { resumeId }, person });
    expect(response.status).toBe(200);
    expect(response.headers.get('ratelimit')).toMatch(/^"tokens-per-day";r=\d+;t=\d+$/);
    await response.text();
  });

  it('is given again under its key, without a second charge', async () => {
    const input = { resumeId, idempotencyKey: 'a key of the caller' };
    const first = await collect(await person.client.ai.summarize.mutate(input));
    const second = await collect(await person.client.ai.summarize.mutate(input));
    expect(second).toEqual([first.at(-1)]);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
  });
});

describe('a summary that is stopped after its first sentence', () => {
  it.each([
    ['aborts the call', abortAfterFirst],
    ['closes the response', closeAfterFirst],
  ])(
    'settles what arrived when its reader %s, and is corrected once the true usage is known',
    async (_, readFirst) => {
      app.simulator.fault(app.modelKey, SLOW);
      await readFirst();
      await expect.poll(() => kindsOf(app.db, person.userId), PATIENCE).toContain('settle');
      const settle = (await entriesOf(app.db, person.userId))[2];
      expect(settle).toMatchObject({ kind: 'settle', outcome: 'stopped', isEstimated: true });
      const { day } = await person.client.usage.summary.query();
      expect(day.tokens.held).toBe(0n);

      await app.settled();
      expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle', 'correct']);
      const used = lastProduced();
      expect(settle?.outputTokens).toBeLessThan(used?.outputTokens ?? 0);
      const { receipts } = await person.client.usage.list.query();
      expect(receipts).toMatchObject([
        { outcome: 'stopped', isCorrected: true, isEstimated: false, tokens: used },
      ]);
      const after = await person.client.usage.summary.query();
      expect(after.day.tokens.used).toBe(BigInt((used?.inputTokens ?? 0) + (used?.outputTokens ?? 0)));
      expect(receipts[0]?.charged.tokens).toBe(Number(after.day.tokens.used));
    },
  );
});

it('a summary whose model says nothing is settled when its reader closes the response', async () => {
  app.simulator.fault(app.modelKey, { kind: 'hangAfterFirstEvents' });
  const response = await postStreamed(app, 'ai.summarize', { input: { resumeId }, person });
  await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
  const closing = response.body?.cancel();
  await expect.poll(() => kindsOf(app.db, person.userId), PATIENCE).toEqual(['open', 'hold', 'settle']);
  app.simulator.release(app.modelKey);
  await closing;
  await app.settled();
  expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle', 'correct']);
});

describe('a summary that nobody reads', () => {
  it.runIf(isOnNode('it hears of statements as they are sent, which the edge does elsewhere'))(
    'is not charged when its caller left while it was admitted',
    async () => {
      const caller = new AbortController();
      heard = (statement) => {
        if (statement.startsWith('insert into `ledger`')) caller.abort();
      };
      await postStreamed(app, 'ai.summarize', { input: { resumeId }, person, signal: caller.signal });
      await expect.poll(() => kindsOf(app.db, person.userId), PATIENCE).toEqual(['open', 'hold', 'release']);
      const { day } = await person.client.usage.summary.query();
      expect(day.tokens).toMatchObject({ used: 0n, held: 0n });
    },
  );

  it.each([
    ['a plain request', () => post(app, 'ai.summarize', { input: { resumeId }, person })],
    [
      'a plain batch',
      () => postStreamed(app, 'ai.summarize', { input: { resumeId }, person, accept: 'application/json' }),
    ],
  ])('is refused to %s, which could not bring it, and holds nothing', async (_, send) => {
    expect((await send()).status).toBe(400);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  });
});

it('a failure of the model reaches the reader of a stream with what it charged', async () => {
  app.simulator.fault(app.modelKey, { kind: 'serverError' });
  const { details } = await expectRefusal(
    'model_failed',
    person.client.ai.summarize.mutate({ resumeId }).then(collect),
  );
  expect(details.charged).toBe(false);
  expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'release']);
});

it.runIf(isOnNode('a worker is not asked to stop: its clients leave it'))(
  'an app that is asked to stop settles what has arrived, and begins no other call',
  async () => {
    const stopping = await startTestApp();
    const { client, userId } = await stopping.createPerson();
    const input = { resumeId: await saveResumeOf(client) };
    stopping.simulator.fault(stopping.modelKey, SLOW);
    const reading = (async () => {
      for await (const event of await client.ai.summarize.mutate(input)) {
        if (event.type === 'text') stopping.shutDown();
      }
    })();
    const { details } = await expectRefusal('model_failed', reading);
    expect(details.charged).toBe(true);
    const settle = (await entriesOf(stopping.db, userId))[2];
    expect(settle).toMatchObject({ kind: 'settle', outcome: 'stopped', isEstimated: true });

    await expectRefusal('unavailable', client.ai.summarize.mutate(input).then(collect));
    await stopping.settled();
    expect(await kindsOf(stopping.db, userId)).toEqual(['open', 'hold', 'settle', 'correct']);
    await stopping.stop();
  },
);

async function abortAfterFirst(): Promise<void> {
  const caller = new AbortController();
  const reading = (async () => {
    const events = await person.client.ai.summarize.mutate({ resumeId }, { signal: caller.signal });
    for await (const _ of events) caller.abort();
  })();
  await expect(reading).rejects.toThrow(/abort/i);
}

async function closeAfterFirst(): Promise<void> {
  const response = await postStreamed(app, 'ai.summarize', { input: { resumeId }, person });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; !text.includes('delta');) text += (await reader?.read())?.value ?? 'delta';
  await reader?.cancel();
}

type SummaryEvent = Outputs['ai']['summarize'] extends AsyncIterable<infer Event> ? Event : never;

async function collect(events: AsyncIterable<SummaryEvent>): Promise<SummaryEvent[]> {
  const collected: SummaryEvent[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}
