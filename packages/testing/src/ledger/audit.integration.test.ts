import { ledger as table, streamPositions, type Database } from '@resumint/drizzle';
import { auditAll, auditStream, signCheckpoint, type AuditOfUser, type Ledger } from '@resumint/metering';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '../router/entries.ts';
import { expectRefusal } from '../router/refusal.ts';
import { SHORT_RESUME, uploadFile } from '../router/upload.ts';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';

const CALLS = 3;
/** open, and hold and settle of each call. */
const ENTRIES = 1 + 2 * CALLS;

describe.each(platforms())('the audit of a stream, $server.name over $driver', (platform) => {
  let app: TestApp;
  let db: Database;
  let ledger: Ledger;
  let person: Person;

  beforeAll(async () => {
    app = await startTestApp({ platform });
    ({ db } = app);
    ({ ledger } = app.dependencies.metering);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    person = await app.createPerson();
    const documentId = await uploadFile(person.client, SHORT_RESUME);
    for (let call = 0; call < CALLS; call += 1) await person.client.ai.parseResume.mutate({ documentId });
    await app.settled();
  });

  /** As the follower does, up to an entry. */
  const follow = async (seq: number, mac?: string) => {
    const row = (await entriesOf(db, person.userId)).at(seq - 1);
    const { userId } = person;
    const checkpoint = { userId, seq, mac: mac ?? row?.mac ?? '' };
    const signature = signCheckpoint(checkpoint, ledger.key);
    await db.insert(streamPositions).values({ ...checkpoint, signature, nextExpiryAt: null });
  };
  const rowAt = (seq: number) => and(eq(table.userId, person.userId), eq(table.seq, seq));
  const named = async (from: 'start' | 'checkpoint' = 'start') => {
    const { findings } = await auditStream(ledger, person.userId, { from });
    return findings.map(({ seq, problem }) => `${seq} ${problem}`);
  };

  it('says that the meter is the sum of the receipts, and nothing of anybody else', async () => {
    const { receipts } = await person.client.usage.list.query();
    const tokens = receipts.reduce((sum, { charged }) => sum + charged.tokens, 0);
    const audit = await person.client.usage.audit.query();
    expect(audit).toMatchObject({
      from: { kind: 'start', seq: 1 },
      entries: ENTRIES,
      receipts: CALLS,
      charged: { tokens },
      adjusted: { tokens: 0, costNanos: 0n },
      meter: { tokens, operations: CALLS },
      isExact: true,
      findings: [],
    });
    const other = await app.createPerson();
    expect(await other.client.usage.audit.query()).toMatchObject({ entries: 1, receipts: 0, findings: [] });
    await expectRefusal('unauthenticated', app.client().usage.audit.query());
  });

  it('goes on from a signed checkpoint with the same sums', async () => {
    await follow(5);
    const [whole, rest] = [
      await auditStream(ledger, person.userId),
      await auditStream(ledger, person.userId, { from: 'checkpoint' }),
    ];
    expect(rest).toMatchObject({
      from: { kind: 'checkpoint', seq: 5 },
      entries: ENTRIES - 4,
      meter: whole.meter,
      isExact: true,
      findings: [],
    });
    expect(rest.before.tokens + rest.charged.tokens).toBe(whole.meter.tokens);
  });

  it.each([
    ['a total', 'update ledger set day_tokens = day_tokens - 1 where user_id = ? and seq = 3'],
    ['a time', 'update ledger set at = at + interval 1 second where user_id = ? and seq = 3'],
    ['an open hold', "update ledger set carried = '{}' where user_id = ? and seq = 2"],
    ['a carried state, to garbage', "update ledger set carried = 'garbage' where user_id = ? and seq = 2"],
    ['a kind', "update ledger set kind = 'void' where user_id = ? and seq = 4"],
    ['a cost', 'update ledger set cost_nanos = 0 where user_id = ? and seq = 5'],
    [
      'the terms',
      "update ledger set terms = replace(terms, 'free@1', 'basic@1') where user_id = ? and seq = 1",
    ],
    ['a seal', 'update ledger set mac = reverse(mac) where user_id = ? and seq = 6'],
    ['the head', 'update ledger set lifetime_tokens = 0 where user_id = ? and seq = 7'],
  ])('names the entry where %s was edited', async (_, statement) => {
    await follow(ENTRIES);
    await edit(statement);
    const [finding, ...more] = await named();
    expect(finding).toMatch(new RegExp(`^${seqIn(statement)} (edited|unreadable)$`));
    expect(more).toEqual([]);
  });

  it('names what is missing: in the middle, at the end, and all', async () => {
    await follow(ENTRIES);
    await db.delete(table).where(rowAt(4));
    expect(await named()).toEqual(['4 missing']);
    await db.delete(table).where(rowAt(ENTRIES));
    expect(await named()).toEqual(['4 missing', `${ENTRIES} cut`]);
    expect(await named('checkpoint')).toEqual([`${ENTRIES} cut`]);
    await db.delete(table).where(eq(table.userId, person.userId));
    expect(await named()).toEqual(['1 cut']);
    const all = await auditedStreams(ledger);
    const { found } = all.find(({ userId }) => userId === person.userId) ?? {};
    expect(found).toBe(1);
  });

  it('names what was put in: after the end, and in the place of another', async () => {
    const rows = await entriesOf(db, person.userId);
    const [settled, copied] = [rows.at(2), rows.at(1)];
    if (!settled || !copied) throw new Error('there are entries');
    await db.insert(table).values({ ...copied, seq: ENTRIES + 1, operationId: 'op_made_up' });
    expect(await named()).toEqual([`${ENTRIES + 1} inserted`]);
    await db.delete(table).where(rowAt(3));
    await db.insert(table).values({ ...copied, seq: 3, operationId: 'op_of_nobody' });
    expect(await named()).toEqual(['3 inserted', `${ENTRIES + 1} inserted`]);
  });

  it('names a checkpoint that this application did not sign, and begins at the first entry', async () => {
    await follow(3);
    await db.update(streamPositions).set({ seq: 2 }).where(eq(streamPositions.userId, person.userId));
    const audit = await auditStream(ledger, person.userId, { from: 'checkpoint' });
    expect(audit.from).toEqual({ kind: 'start', seq: 1 });
    expect(audit.findings).toMatchObject([{ seq: 2, problem: 'forgedCheckpoint' }]);
  });

  it('names an end that was cut off and written anew', async () => {
    await follow(ENTRIES, 'another seal');
    expect(await named()).toEqual([`${ENTRIES} cut`]);
    expect(await named('checkpoint')).toEqual([`${ENTRIES} cut`]);
  });

  it('of all names the person whose stream it is, and no other', async () => {
    await edit('update ledger set tokens = 1 where user_id = ? and seq = 4');
    const all = await auditedStreams(ledger);
    const own = all.filter(({ userId }) => userId === person.userId);
    expect(own).toMatchObject([{ found: 1, isExact: true }]);
    const ids = all.map(({ userId }) => userId);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  /** With the person's id in the place of the question mark. */
  const edit = (statement: string) => db.execute(sql.raw(statement.replace('?', `'${person.userId}'`)));
});

const seqIn = (statement: string) => /seq = (\d)/.exec(statement)?.[1];

async function auditedStreams(ledger: Ledger): Promise<AuditOfUser[]> {
  const audits: AuditOfUser[] = [];
  for await (const audit of auditAll(ledger)) audits.push(audit);
  return audits;
}
