import { readAppError } from '@resumint/client';
import { denials } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { json, rawJson, send } from './malformed.ts';
import { post } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const FLOOD = 1_000;
const AT_ONCE = 20;
const KEY = 'a key of the caller';

let app: TestApp;
let person: Person;
let documentId: string;
let statements: string[] = [];

beforeAll(async () => {
  app = await startTestApp({
    onStatement: (statement) => statements.push(statement),
    callRate: { perSecond: 1_000_000, burst: 1_000_000 },
  });
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});

describe('calls over the cap a second', () => {
  it('cost no statement, and say when to come back', async () => {
    const burst = 5;
    // A token comes back in a day.
    const capped = await startTestApp({
      onStatement: (statement) => statements.push(statement),
      callRate: { perSecond: 1 / 86_400, burst },
    });
    const { client, ...flooding } = await capped.createPerson();
    statements = [];
    const codes = await flood(() => codeIn(client.limits.get.query()));
    expect(countsOf(codes)).toEqual({ answered: burst, too_many_requests: FLOOD - burst });
    // The session and the ledger, for each that was admitted.
    expect(statements.length).toBe(2 * burst);

    const response = await post(capped, 'limits.restore', { input: {}, person: { client, ...flooding } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(80_000);
    const other = await capped.createPerson();
    expect((await other.client.account.me.query()).userId).toBe(other.userId);
    await capped.stop();
  });
});

describe('a flood of denied calls', () => {
  beforeEach(async () => {
    await person.client.limits.lower.mutate({ tokensPerDay: 0n });
  });

  it('writes nothing to the ledger, and one row that counts it', async () => {
    const before = await entriesOf(app.db, person.userId);
    statements = [];
    const codes = await flood(() => codeIn(person.client.ai.parseResume.mutate({ documentId })));
    expect(countsOf(codes)).toEqual({ not_granted: FLOOD });
    expect(statements.filter(isWrite)).toEqual([]);
    await app.dependencies.metering.denials.flush();
    expect(statements.filter(isWrite)).toHaveLength(1);
    expect(await entriesOf(app.db, person.userId)).toEqual(before);
    expect(await countsIn(person.userId)).toMatchObject([
      { limitName: 'tokensPerDay', operation: 'resume.parse', count: FLOOD },
    ]);
  });

  it('is shown to the person by day, limit and operation, page by page, and to nobody else', async () => {
    const { client } = person;
    await expectRefusal('not_granted', client.ai.parseResume.mutate({ documentId }));
    await client.limits.restore.mutate({});
    await client.limits.lower.mutate({ operationsPerDay: { 'resume.parse': 0n } });
    await expectRefusal('not_granted', client.ai.parseResume.mutate({ documentId }));
    await expectRefusal('not_granted', client.ai.parseResume.mutate({ documentId }));
    // A quote is no call.
    await client.ai.quote.query({ operation: 'resume.parse', documentId });
    await app.dependencies.metering.denials.flush();

    const { day } = await client.usage.summary.query();
    const of = { dayStart: day.startsAt, operation: 'resume.parse' };
    const first = await client.usage.denials.query({ limit: 1 });
    expect(first.denials).toMatchObject([{ ...of, limit: 'operationsPerDay', count: 2 }]);
    const second = await client.usage.denials.query({ limit: 1, cursor: first.nextCursor });
    expect(second).toMatchObject({ denials: [{ ...of, limit: 'tokensPerDay', count: 1 }], nextCursor: null });
    const other = await app.createPerson();
    expect(await other.client.usage.denials.query()).toEqual({ denials: [], nextCursor: null });
  });
});

it('a flood of replays reads, and writes nothing', async () => {
  const call = () => person.client.ai.parseResume.mutate({ documentId, idempotencyKey: KEY });
  const first = await call();
  await app.settled();
  const before = await entriesOf(app.db, person.userId);
  const produced = app.simulator.produced(app.modelKey).length;
  statements = [];
  const answers = await flood(async () => (await call()).receipt.operationId);
  expect(new Set(answers)).toEqual(new Set([first.receipt.operationId]));
  expect(statements.filter(isWrite)).toEqual([]);
  // The session, what is chosen for the operation, the document beside it, the ledger, which some read together, and the
  // answer that was kept.
  expect(statements.length).toBeLessThanOrEqual(5 * FLOOD);
  expect(await entriesOf(app.db, person.userId)).toEqual(before);
  expect(app.simulator.produced(app.modelKey).length).toBe(produced);
});

it('a flood of malformed calls reads no more than the session, and writes nothing', async () => {
  const inputs = [
    () => json({ documentId: 7 }),
    () => json({ documentId, idempotencyKey: 'short' }),
    () => rawJson('{'),
    () => rawJson(JSON.stringify({ json: { documentId }, meta: { values: { a: ['Date'] } } })),
  ];
  statements = [];
  const codes = await flood(async (index) => {
    const init = inputs[index % inputs.length];
    return (await send(app, person, { path: 'ai.parseResume', ...init?.() })).code;
  });
  expect(countsOf(codes)).toEqual({ bad_input: FLOOD });
  expect(statements.filter((statement) => !/^select .* from `sessions` where/.test(statement))).toEqual([]);
  expect(statements.length).toBeLessThanOrEqual(FLOOD);
  expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
});

async function flood<Answer>(call: (index: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < FLOOD; from += AT_ONCE) {
    answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => call(from + index)))));
  }
  return answers;
}

async function codeIn(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'answered',
    (error: unknown) => readAppError(error)?.code ?? 'unknown',
  );
}

function countsOf(codes: (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code ?? 'none'] = (counts[code ?? 'none'] ?? 0) + 1;
  return counts;
}

function isWrite(statement: string): boolean {
  return !/^\(*select /.test(statement);
}

function countsIn(userId: string) {
  return app.db.select().from(denials).where(eq(denials.userId, userId));
}
