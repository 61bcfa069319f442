import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';
import { postStreamed } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

const KINDS = {
  session: /^select .* from `sessions`/,
  ledgerRead: /^\(*select 'head' .* from `ledger`/,
  document: /^select .* from `documents`/,
  resume: /^select .* from `resumes`/,
  choice: /^select .* from `operation_choices`/,
  ledgerInsert: /^insert into `ledger`/,
  keep: /^insert into `operations`/,
  kept: /^select .* from `operations`/,
  sameCalls: /^select `operation_id` from \(select .* from `ledger`/,
};

describe.each(platforms())('$server.name over $driver', (platform) => {
  let app: TestApp;
  let person: Person;
  let steps: string[] = [];
  let tripsAtModelCall: (number | null)[] = [];

  beforeAll(async () => {
    app = await startTestApp({
      platform,
      onStatement: (statement) => steps.push(kindOf(statement)),
      onModelCall: () => {
        steps.push('model');
        tripsAtModelCall.push(app.roundTrips());
      },
    });
    // Prices are read once a minute, by whoever comes first.
    const { client } = await app.createPerson();
    await client.ai.parseResume.mutate({ documentId: await uploadFile(client, SHORT_RESUME) });
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    person = await app.createPerson();
  });

  async function record(call: () => Promise<unknown>) {
    await app.settled();
    [steps, tripsAtModelCall] = [[], []];
    const before = app.roundTrips();
    await call();
    await app.settled();
    const at = steps.indexOf('model');
    const trips = tripsAtModelCall[0] ?? null;
    return {
      before: steps.slice(0, at),
      after: steps.slice(at + 1).toSorted(),
      trips: trips === null || before === null ? null : trips - before,
    };
  }

  it('a parse waits for its session, one read beside loading it and its choice, and one write before the model is called', async () => {
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    const { before, after, trips } = await record(() => person.client.ai.parseResume.mutate({ documentId }));
    expect(before[0]).toBe('session');
    expect(before.slice(1, 4).toSorted()).toEqual(['choice', 'document', 'ledgerRead']);
    expect(before.slice(4)).toEqual(['ledgerInsert']);
    expect(trips).toBe(platform.driver === 'http' ? 5 : null);
    expect(after).toEqual(['keep', 'keep', 'ledgerInsert']);
  });

  it('a summary waits for no more', async () => {
    const resumeId = await saveResumeOf(person.client, 'new-grad.resume.json');
    const { before, after, trips } = await record(async () => {
      const response = await postStreamed(app, 'ai.summarize', { input: { resumeId }, person });
      await response.text();
    });
    expect(before[0]).toBe('session');
    expect(before.slice(1, 4).toSorted()).toEqual(['choice', 'ledgerRead', 'resume']);
    expect(before.slice(4)).toEqual(['ledgerInsert']);
    expect(trips).toBe(platform.driver === 'http' ? 5 : null);
    expect(after).toEqual(['keep', 'keep', 'ledgerInsert']);
  });

  it('a denial waits for one read and writes nothing', async () => {
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    await person.client.limits.lower.mutate({ tokensPerDay: 0n });
    steps = [];
    await expectRefusal('not_granted', person.client.ai.parseResume.mutate({ documentId }));
    expect(steps.toSorted()).toEqual(['choice', 'document', 'ledgerRead', 'session']);
  });

  it('an answer of an earlier call is found by three reads more, by whom chose that alone', async () => {
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    await person.client.choices.set.mutate({ operation: 'resume.parse', reusesAnswers: true });
    await person.client.ai.parseResume.mutate({ documentId });
    await app.settled();
    steps = [];
    await person.client.ai.parseResume.mutate({ documentId });
    expect(steps.toSorted()).toEqual(
      ['choice', 'document', 'kept', 'ledgerRead', 'ledgerRead', 'session', 'sameCalls'].toSorted(),
    );
  });

  it('an answer that is kept is found by one read more', async () => {
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    const input = { documentId, idempotencyKey: 'a key of the caller' };
    await person.client.ai.parseResume.mutate(input);
    await app.settled();
    steps = [];
    await person.client.ai.parseResume.mutate(input);
    expect(steps.toSorted()).toEqual(['choice', 'document', 'kept', 'ledgerRead', 'session']);
  });
});

function kindOf(statement: string): string {
  const known = Object.entries(KINDS).find(([, pattern]) => pattern.test(statement));
  return known?.[0] ?? statement;
}
