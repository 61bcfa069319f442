import { ledgerNotes } from '@resumint/drizzle';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';
import { entriesOf, kindsOf } from './entries.ts';
import { expectRefusal } from './refusal.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const KEY = 'a key of the admin';

describe.each(platforms())('adjustments, $server.name over $driver', (platform) => {
  let app: TestApp;
  let admin: Person;
  let person: Person;
  let charged: { tokens: number; costNanos: bigint };

  beforeAll(async () => {
    app = await startTestApp({ platform });
    admin = await app.createPerson({ role: 'admin' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    person = await app.createPerson();
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    ({ charged } = (await person.client.ai.parseResume.mutate({ documentId })).receipt);
    await app.settled();
  });

  const request = (changes = {}) => ({
    email: person.email,
    tokens: -charged.tokens,
    costNanos: -charged.costNanos,
    scope: 'day' as const,
    reason: 'refund' as const,
    note: 'The answer was of no use.',
    ...changes,
  });
  const adjust = (changes = {}) => admin.client.usage.adjustFor.mutate(request(changes));

  it('give back what a call was charged, in numbers, in the ledger and in words', async () => {
    const { adjustment, spent } = await adjust();
    expect(spent.day).toEqual({ tokens: 0, costNanos: 0n });
    const { day, month, lifetime } = await person.client.usage.summary.query();
    expect([day.tokens.used, month.cost.used, lifetime.tokens]).toEqual([0n, 0n, 0]);
    expect(lifetime.operations).toBe(1);
    expect((await entriesOf(app.db, person.userId)).at(-1)).toMatchObject({
      kind: 'adjust',
      tokens: -charged.tokens,
      costNanos: -charged.costNanos,
      outcome: 'refund',
      actor: admin.userId,
    });
    expect(await person.client.usage.adjustments.query()).toEqual({
      adjustments: [{ ...adjustment, note: 'The answer was of no use.', by: 'admin' }],
      nextCursor: null,
    });
    expect((await person.client.usage.list.query()).receipts).toMatchObject([{ charged }]);
  });

  it('are listed newest first, page by page, and to the person alone', async () => {
    for (const note of ['first', 'second', 'third']) await adjust({ note, tokens: -1, costNanos: 0n });
    const first = await person.client.usage.adjustments.query({ limit: 2 });
    expect(first.adjustments.map(({ note }) => note)).toEqual(['third', 'second']);
    const rest = await person.client.usage.adjustments.query({ limit: 2, cursor: first.nextCursor });
    expect(rest.adjustments.map(({ note }) => note)).toEqual(['first']);
    expect(rest.nextCursor).toBeNull();
    expect((await admin.client.usage.adjustments.query()).adjustments).toEqual([]);
  });

  it('happen once for a key, also when asked for at once', async () => {
    const asked = Array.from({ length: 4 }, () => adjust({ idempotencyKey: KEY }));
    const ids = (await Promise.all(asked)).map(({ adjustment }) => adjustment.operationId);
    expect(new Set(ids).size).toBe(1);
    await expectRefusal('key_reused', adjust({ idempotencyKey: KEY, tokens: -1 }));
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle', 'adjust']);
  });

  it('of more than was used, of nothing, and of nobody are refused, and leave neither entry nor note', async () => {
    await expectRefusal('bad_input', adjust({ tokens: -charged.tokens - 1 }));
    await expectRefusal('bad_input', adjust({ tokens: 0, costNanos: 0n }));
    await expectRefusal('bad_input', adjust({ tokens: 5 }));
    await expectRefusal('bad_input', adjust({ note: ' ' }));
    await expectRefusal('not_found', adjust({ email: 'nobody@example.com' }));
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
    expect(await app.db.$count(ledgerNotes, eq(ledgerNotes.userId, person.userId))).toBe(0);
  });

  it('are made by no person, and read by nobody without a token', async () => {
    await expectRefusal('forbidden', person.client.usage.adjustFor.mutate(request()));
    await expectRefusal('unauthenticated', app.client().usage.adjustments.query());
  });

  it('do not happen where their note cannot be kept', async () => {
    await app.direct.execute(sql`rename table ledger_notes to ledger_notes_away`);
    await expect(adjust()).rejects.toThrow('database does not answer');
    await app.direct.execute(sql`rename table ledger_notes_away to ledger_notes`);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'hold', 'settle']);
  });
});
