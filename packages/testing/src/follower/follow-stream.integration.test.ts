import {
  alerts,
  createId,
  inquiries,
  ledger as table,
  streamPositions,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
  type Database,
} from '@resumint/drizzle';
import { createLedger, followStream, readHours, readUsageRows, type Ledger } from '@resumint/metering';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyPlatform, createTestDatabase, platforms, type TestDatabase } from '../test-database.ts';
import { writeEventfulStream } from './eventful-stream.ts';

const SECRET = 'a secret for tests, of 32 letters or more';
const EVER = { since: new Date(0) };
/** Small pages, so that a stream has several, and operations that lie across their borders. */
const PAGE = 6;

describe.each(platforms())('following a stream, $server.name over $driver', (platform) => {
  let database: TestDatabase;
  let ledger: Ledger;
  let userId: string;
  let length: number;

  beforeAll(async () => {
    database = await createTestDatabase(platform);
    ledger = createLedger({ db: (await database.open()).db, secret: SECRET });
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    userId = createId('user');
    length = await writeEventfulStream(ledger, userId);
  });

  it('has the effect of each entry once when two follow at once', async () => {
    const expected = await readUsageRows(ledger, userId, EVER);
    const others = await Promise.all(
      [1, 2, 3].map(async () => createLedger({ db: (await database.open()).db, secret: SECRET })),
    );
    const followed = await Promise.all(others.map((other) => followStream(other, userId, PAGE)));
    expect(followed.reduce((sum, entries) => sum + entries)).toBe(length);
    expect(await effects(ledger.db, userId)).toEqual(await effectsOnce(ledger));
    expect(sorted(await readUsageRows(ledger, userId, EVER))).toEqual(sorted(expected));
  });

  it('has it once when it is cut off at any statement and begun again', async () => {
    const once = await effectsOnce(ledger);
    let wasCut = true;
    for (let at = 1; wasCut; at += 1) {
      const another = createId('user');
      await writeEventfulStream(ledger, another);
      const cut = cutAt(at);
      const { db } = await database.open({ onStatement: cut.onStatement });
      await followStream(createLedger({ db, secret: SECRET }), another, PAGE).catch((error: unknown) => {
        if (!cut.wasCut()) throw error;
      });
      await followStream(ledger, another, PAGE);
      expect(await effects(ledger.db, another)).toEqual(once);
      wasCut = cut.wasCut();
    }
  });

  it('goes on where it was, and finds nothing to do where nothing happened', async () => {
    await followStream(ledger, userId);
    expect(await followStream(ledger, userId)).toBe(0);
    const found = await effects(ledger.db, userId);
    expect(found).toEqual(await effectsOnce(ledger));
    expect(found.positions).toMatchObject([{ seq: length, nextExpiryAt: expect.any(Date) }]);
    expect(found.alerts.map(({ limitName, percent }) => `${limitName}:${percent}`)).toEqual([
      'tokensPerDay:50',
      'tokensPerDay:0',
      'tokensPerDay:100',
    ]);
    expect(found.inquiries.map(({ operationId }) => operationId)).toEqual(['op_3', 'op_4']);
  });

  it('shows every reader the same usage, wherever it has come to', async () => {
    const shown = async () => ({
      daily: sorted(await readUsageRows(ledger, userId, EVER)),
      byHour: (await readHours(ledger, userId, { days: 10_000 })).hours,
    });
    const expected = await shown();
    let isDone = false;
    const following = followStream(ledger, userId, 1).finally(() => (isDone = true));
    while (!isDone) expect(await shown()).toEqual(expected);
    expect(await following).toBe(length);
    expect(await shown()).toEqual(expected);
  });

  /** The effects of the same stream, followed whole and undisturbed. */
  async function effectsOnce(by: Ledger) {
    const another = createId('user');
    await writeEventfulStream(by, another);
    await followStream(by, another);
    return effects(by.db, another);
  }
});

describe('a stream that does not hold together', () => {
  let database: TestDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    database = await createTestDatabase(anyPlatform());
    ledger = createLedger({ db: (await database.open()).db, secret: SECRET });
  });
  afterAll(() => database.drop());

  it.each([
    { name: 'an edited entry', problem: 'forged', spoil: edit },
    { name: 'a missing entry', problem: 'missing', spoil: remove },
    { name: 'a position of somebody else', problem: 'forgedPosition', spoil: moveBack },
  ])('is followed no further than what is sound: $name', async ({ problem, spoil }) => {
    const userId = createId('user');
    await writeEventfulStream(ledger, userId);
    if (problem === 'forgedPosition') await followStream(ledger, userId);
    await spoil(ledger.db, userId);
    const before = await effects(ledger.db, userId);
    await expect(followStream(ledger, userId)).rejects.toMatchObject({
      name: 'BrokenStreamError',
      code: expect.stringMatching(new RegExp(`^${problem} ${userId}/\\d+$`)),
    });
    expect(await effects(ledger.db, userId)).toEqual(before);
  });

  function edit(db: Database, userId: string) {
    return db
      .update(table)
      .set({ tokens: 1 })
      .where(and(eq(table.userId, userId), eq(table.seq, 3)));
  }
  function remove(db: Database, userId: string) {
    return db.delete(table).where(and(eq(table.userId, userId), eq(table.seq, 3)));
  }
  function moveBack(db: Database, userId: string) {
    return db.update(streamPositions).set({ seq: 1 }).where(eq(streamPositions.userId, userId));
  }
});

/** Fails the statement of this number, as a process that is killed there never sends it. */
function cutAt(number: number) {
  let statements = 0;
  return {
    onStatement: () => {
      statements += 1;
      if (statements === number) throw new Error('cut off here');
    },
    wasCut: () => statements >= number,
  };
}

/** All that following leaves, but for whose it is. */
async function effects(db: Database, userId: string) {
  const [positions, usage, dimensions, months, quarters, told, asked] = await Promise.all([
    db.select().from(streamPositions).where(eq(streamPositions.userId, userId)),
    db.select().from(usageDaily).where(eq(usageDaily.userId, userId)),
    db
      .select()
      .from(usageDimensions)
      .where(eq(usageDimensions.userId, userId))
      .orderBy(usageDimensions.dimension, usageDimensions.dayStart, usageDimensions.name),
    db.select().from(usageMonths).where(eq(usageMonths.userId, userId)).orderBy(usageMonths.startsAt),
    db.select().from(usageQuarters).where(eq(usageQuarters.userId, userId)).orderBy(usageQuarters.startsAt),
    db
      .select()
      .from(alerts)
      .where(eq(alerts.userId, userId))
      .orderBy(alerts.seq, alerts.limitName, alerts.percent),
    db.select().from(inquiries).where(eq(inquiries.userId, userId)).orderBy(inquiries.operationId),
  ]);
  return {
    positions: positions.map(({ seq, nextExpiryAt }) => ({ seq, nextExpiryAt })),
    usage: sorted(usage.map(({ userId: _, ...row }) => row)),
    dimensions: dimensions.map(({ userId: _, ...row }) => row),
    months: months.map(({ userId: _, ...row }) => row),
    quarters: quarters.map(({ userId: _, ...row }) => row),
    alerts: told.map(({ userId: _, ...alert }) => alert),
    inquiries: asked.map(({ userId: _, ...inquiry }) => inquiry),
  };
}

function sorted<Row extends { dayStart: Date; operation: string; outcome: string }>(rows: Row[]): Row[] {
  const keyOf = ({ dayStart, operation, outcome }: Row) => `${dayStart.getTime()} ${operation} ${outcome}`;
  return rows.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
