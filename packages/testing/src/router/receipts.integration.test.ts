import { operations } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { PATIENCE } from './patience.ts';
import { expectRefusal } from './refusal.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

const KEY = 'a key of the caller';

let app: TestApp;
let person: Person;
let documentId: string;
let statements: string[] = [];

beforeAll(async () => {
  app = await startTestApp({ onStatement: (statement) => statements.push(statement) });
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME, 'ada.txt');
});

const parse = (idempotencyKey = KEY) => person.client.ai.parseResume.mutate({ documentId, idempotencyKey });
const receiptByKey = (by = person) => by.client.usage.receipt.query({ idempotencyKey: KEY });

describe('the receipt of a key', () => {
  it('is the one of the call that was made with it', async () => {
    const { windowsAfter: _, answeredFrom: __, ...receipt } = (await parse()).receipt;
    expect(await receiptByKey()).toEqual(receipt);
    const { operationId } = receipt;
    expect(await person.client.usage.receipt.query({ operationId })).toEqual(receipt);
  });

  it('is there while the call runs, with what it holds', async () => {
    app.simulator.fault(app.modelKey, { kind: 'hang' });
    const running = parse();
    await expect.poll(() => app.simulator.hanging(app.modelKey), PATIENCE).toBe(1);
    const held = await receiptByKey();
    expect(held).toMatchObject({ status: 'held', outcome: null, endedAt: null });
    expect(held.charged).toEqual({ tokens: 0, costNanos: 0n });
    app.simulator.release(app.modelKey);
    const { receipt } = await running;
    expect({ operationId: held.operationId, held: held.held }).toEqual({
      operationId: receipt.operationId,
      held: receipt.held,
    });
  });

  it('tells the charge of a stream that was stopped', async () => {
    const resumeId = await saveResumeOf(person.client);
    app.simulator.fault(app.modelKey, { kind: 'slow', delayMs: 100 });
    const caller = new AbortController();
    const input = { resumeId, idempotencyKey: KEY };
    const reading = (async () => {
      const events = await person.client.ai.summarize.mutate(input, { signal: caller.signal });
      for await (const _ of events) caller.abort();
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    await expect.poll(() => kindsOf(app.db, person.userId), PATIENCE).toContain('settle');
    await app.settled();
    const receipt = await receiptByKey();
    expect(receipt).toMatchObject({ operation: 'resume.summarize', outcome: 'stopped' });
    const { lifetime } = await person.client.usage.summary.query();
    expect(lifetime).toMatchObject(receipt.charged);
    expect(receipt.charged.tokens).toBeGreaterThan(0);
  });

  it('is not there before a call has begun, nor where one was refused', async () => {
    await expectRefusal('not_found', receiptByKey());
    await person.client.limits.lower.mutate({ tokensPerDay: 0n });
    await expectRefusal('not_granted', parse());
    await expectRefusal('not_found', receiptByKey());
  });

  it('is one’s own, whoever else has used the key', async () => {
    const { receipt } = await parse();
    const other = await app.createPerson();
    await expectRefusal('not_found', receiptByKey(other));
    const theirs = await uploadFile(other.client, SHORT_RESUME);
    await other.client.ai.parseResume.mutate({ documentId: theirs, idempotencyKey: KEY });
    expect((await receiptByKey(other)).operationId).not.toBe(receipt.operationId);
    expect((await receiptByKey()).operationId).toBe(receipt.operationId);
  });

  it.each([{ idempotencyKey: 'short' }, { idempotencyKey: 'k'.repeat(129) }, { operationId: 'usr_1' }])(
    'is refused to %j',
    async (input) => {
      await expectRefusal('bad_input', person.client.usage.receipt.query(input));
    },
  );
});

describe('the subject of a receipt', () => {
  const subjects = async () => {
    const { receipts } = await person.client.usage.list.query();
    return receipts.map(({ subject }) => subject);
  };
  const summarize = async (resumeId: string) => {
    for await (const event of await person.client.ai.summarize.mutate({ resumeId })) void event;
  };

  it('names the document or the resume that the call was for, as it is called now', async () => {
    const resumeId = await saveResumeOf(person.client);
    await parse();
    await summarize(resumeId);
    await app.settled();
    const { content, updatedAt: basedOn } = await person.client.resumes.get.query({ resumeId });
    await person.client.resumes.save.mutate({ title: 'New', content, resumeId, basedOn });
    expect(await subjects()).toEqual([
      { kind: 'resume', id: resumeId, title: 'New' },
      { kind: 'document', id: documentId, title: 'ada.txt' },
    ]);
  });

  it('has no title once it is gone', async () => {
    await parse();
    await app.settled();
    await person.client.documents.delete.mutate({ documentId });
    expect(await subjects()).toEqual([{ kind: 'document', id: documentId, title: null }]);
  });

  it('is not known of a call that the provider did not answer', async () => {
    app.simulator.fault(app.modelKey, { kind: 'serverError' });
    await expectRefusal('model_failed', parse());
    expect(await subjects()).toEqual([null]);
  });

  it('is read by three statements at most, however many receipts there are', async () => {
    for (const key of ['the first key', 'the second key', 'the third key']) await parse(key);
    await summarize(await saveResumeOf(person.client));
    await app.settled();
    statements = [];
    expect(await subjects()).toHaveLength(4);
    const tables = statements.map((statement) => /from `(\w+)`/.exec(statement)?.[1] ?? statement);
    expect(tables.toSorted()).toEqual(['documents', 'ledger', 'ledger', 'operations', 'resumes', 'sessions']);
  });

  it('has a title for nobody but the person', async () => {
    const other = await app.createPerson();
    await parse();
    await app.settled();
    await app.db
      .update(operations)
      .set({ subjectId: await uploadFile(other.client, SHORT_RESUME, 'theirs.txt') })
      .where(eq(operations.userId, person.userId));
    expect(await subjects()).toMatchObject([{ kind: 'document', title: null }]);
    expect((await other.client.usage.list.query()).receipts).toEqual([]);
  });
});
