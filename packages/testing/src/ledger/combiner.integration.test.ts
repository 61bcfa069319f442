import { createId, ledger as table } from '@resumint/drizzle';
import {
  auditStream,
  createLedger,
  decideHold,
  decideSettle,
  defaultTerms,
  openStream,
  readState,
  setLimits,
  transact,
  type Ledger,
} from '@resumint/metering';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, platforms, type TestDatabase } from '../test-database.ts';

const SECRET = 'a secret for tests, of 32 letters or more';
const USED = { inputTokens: 100, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 };
const AMOUNT = { tokens: 100, costNanos: 1n };

describe.each(platforms())('callers of one process, $server.name over $driver', (platform) => {
  let database: TestDatabase;
  /** Of the process that is looked at, and of another one. */
  let ledger: Ledger;
  let elsewhere: Ledger;
  let statements: string[] = [];
  let userId: string;
  let operations = 0;

  beforeAll(async () => {
    database = await createTestDatabase(platform);
    const { db } = await database.open({ onStatement: (statement) => statements.push(statement) });
    ledger = createLedger({ db, secret: SECRET, combine: true });
    elsewhere = createLedger({ db: (await database.open()).db, secret: SECRET });
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    userId = createId('user');
    await openStream(elsewhere, userId, defaultTerms('UTC'));
    statements = [];
  });

  const newOperationId = () => `op_${(operations += 1)}`;
  const writes = () => statements.filter((statement) => statement.startsWith('insert')).length;
  const reads = () => statements.length - writes();
  const limitTo = (tokensPerDay: bigint) =>
    setLimits(elsewhere, { userId, actor: userId }, { limits: { tokensPerDay } });

  async function openMany(count: number): Promise<string[]> {
    const userIds = Array.from({ length: count }, () => createId('user'));
    for (const id of userIds) await openStream(elsewhere, id, defaultTerms('UTC'));
    return userIds;
  }

  function hold(operationId: string, { isNew = true, claim = operationId, of = userId, by = ledger } = {}) {
    const command = {
      operationId,
      operation: 'test.call',
      model: 'test',
      priceVersion: '1',
      inputTokens: 100,
      outputTokens: 0,
      ...AMOUNT,
      payloadHash: 'same',
      claim,
      lifetimeMs: 600_000,
    };
    return transact(by, { userId: of, operationId, isNew }, (view) => decideHold(view, command));
  }

  function settle(operationId: string) {
    const command = { operationId, ...USED, ...AMOUNT, isEstimated: false, outcome: 'completed' as const };
    return transact(ledger, { userId, operationId }, (view) => decideSettle(view, command));
  }

  it('are read for once and appended by one statement, each on what the one before leaves', async () => {
    const operationIds = Array.from({ length: 8 }, newOperationId);
    const outcomes = await Promise.all(operationIds.map((operationId) => hold(operationId)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(operationIds.map(() => 'admitted'));
    expect([reads(), writes()]).toEqual([1, 1]);
    await Promise.all(operationIds.map(settle));
    expect([reads(), writes()]).toEqual([1, 2]);
    const { state } = await readState(elsewhere, userId);
    expect(state.day).toMatchObject({ spent: { tokens: 800 }, held: { tokens: 0 } });
    expect((await auditStream(elsewhere, userId)).findings).toEqual([]);
  });

  it('share a statement when their streams are different, and each stream stays whole', async () => {
    const userIds = await openMany(12);
    statements = [];
    await Promise.all(userIds.map((id) => hold(newOperationId(), { of: id })));
    expect(reads()).toBeLessThan(12);
    expect(writes()).toBeLessThan(12);
    for (const id of userIds) {
      expect((await readState(elsewhere, id)).state.day.held).toEqual(AMOUNT);
      expect((await auditStream(elsewhere, id)).findings).toEqual([]);
    }
  });

  it('fail nobody else by a stream that cannot be read, or that there is none', async () => {
    const userIds = await openMany(4);
    const [newer = '', ...others] = userIds;
    await database.direct.update(table).set({ stateVersion: 99 }).where(eq(table.userId, newer));
    const asked = [newer, 'usr_nobody', ...others].map((id) => hold(newOperationId(), { of: id }));
    expect(await Promise.allSettled(asked)).toMatchObject([
      { status: 'rejected', reason: { code: 'limits_unverifiable' } },
      { status: 'rejected', reason: { code: 'not_found' } },
      ...others.map(() => ({ status: 'fulfilled', value: { kind: 'admitted' } })),
    ]);
  });

  it('find each their own under keys that they chose, though they read together', async () => {
    const userIds = await openMany(3);
    const ids = userIds.map(newOperationId);
    const kindsOf = async (claim: string, by: Ledger) => {
      const holds = ids.map((id, at) => hold(id, { of: userIds[at] ?? '', isNew: false, claim, by }));
      return (await Promise.all(holds)).map(({ kind }) => kind);
    };
    expect(await kindsOf('first', ledger)).toEqual(ids.map(() => 'admitted'));
    const restarted = createLedger({ db: (await database.open()).db, secret: SECRET, combine: true });
    expect(await kindsOf('other', restarted)).toEqual(ids.map(() => 'replayed'));
  });

  it('fail nobody else by a head that has moved on', async () => {
    const userIds = await openMany(6);
    await Promise.all(userIds.map((id) => hold(newOperationId(), { of: id })));
    const [moved = ''] = userIds;
    await setLimits(elsewhere, { userId: moved, actor: moved }, { limits: { tokensPerDay: 150n } });
    const outcomes = await Promise.all(userIds.map((id) => hold(newOperationId(), { of: id })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['denied', ...userIds.slice(1).map(() => 'admitted')]);
    for (const id of userIds) {
      const times = id === moved ? 1 : 2;
      expect((await readState(elsewhere, id)).state.day.held.tokens).toBe(times * AMOUNT.tokens);
      expect((await auditStream(elsewhere, id)).findings).toEqual([]);
    }
  });

  it('need no read where the numbers on the screen were read just before', async () => {
    await readState(ledger, userId);
    statements = [];
    await hold(newOperationId());
    expect([reads(), writes()]).toEqual([0, 1]);
  });

  it('are admitted together up to the limit, and refused from there on', async () => {
    await limitTo(500n);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => hold(newOperationId())));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'admitted'),
      ...Array.from({ length: 3 }, () => 'denied'),
    ]);
  });

  it('are refused by no head but one that was just read', async () => {
    await limitTo(0n);
    expect((await hold(newOperationId())).kind).toBe('denied');
    await limitTo(10_000n);
    expect((await hold(newOperationId())).kind).toBe('admitted');
  });

  it.each([{ beside: 0 }, { beside: 1 }])(
    'fail by no head but one that was just read, beside $beside who write',
    async ({ beside }) => {
      await hold(newOperationId());
      await hold(newOperationId(), { by: elsewhere });
      const stream = { userId, operationId: newOperationId(), isNew: true };
      const counting = transact(ledger, stream, ({ head }) => {
        if (head.open.length < 2) throw new Error('one call alone is open');
        return { entries: [], outcome: head.open.length };
      });
      const writers = Array.from({ length: beside }, () => hold(newOperationId()));
      expect(await counting).toBe(2);
      expect((await Promise.all(writers)).map(({ kind }) => kind)).toEqual(writers.map(() => 'admitted'));
    },
  );

  it('are not admitted on a head that is the head no more', async () => {
    expect((await hold(newOperationId())).kind).toBe('admitted');
    await limitTo(100n);
    expect((await hold(newOperationId())).kind).toBe('denied');
  });

  it('find what is there already under a key that was taken for a new one', async () => {
    const operationId = newOperationId();
    await hold(operationId);
    await settle(operationId);
    expect((await hold(operationId, { claim: 'of another' })).kind).toBe('replayed');
    expect((await hold(operationId, { claim: 'of another', isNew: false })).kind).toBe('replayed');
  });

  it('are told of their own failures alone', async () => {
    const fail = transact(ledger, { userId, operationId: 'op_none' }, () => {
      throw new Error('undecidable');
    });
    const [failed, held] = await Promise.allSettled([fail, hold(newOperationId())]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'undecidable' } });
    expect(held).toMatchObject({ status: 'fulfilled', value: { kind: 'admitted' } });
  });

  it('are told that there is no such stream', async () => {
    userId = 'usr_nobody';
    await expect(hold(newOperationId())).rejects.toMatchObject({ code: 'not_found' });
  });
});
