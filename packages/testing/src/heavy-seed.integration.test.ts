import { fileURLToPath } from 'node:url';
import {
  alerts,
  ledger as table,
  operations,
  streamPositions,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
} from '@resumint/drizzle';
import {
  auditStream,
  createLedger,
  followStream,
  readDenials,
  readHours,
  readUsage,
  type Ledger,
} from '@resumint/metering';
import { heavyPeople, seedHeavy } from '@resumint/seed';
import { asc, count, desc, eq } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyPlatform, createTestDatabase, type TestDatabase } from './test-database.ts';

const SEED = {
  secret: 'a secret for tests, of 32 letters or more',
  first: { userId: 'usr_heavy', zone: 'Australia/Lord_Howe' },
  callsOfFirst: 1_500,
  calls: 1_800,
  days: 120,
  until: Date.parse('2026-11-27T11:00:00Z'),
};
const people = heavyPeople(SEED);
const ids = people.map(({ userId }) => userId);

const migrationsFolder = fileURLToPath(new URL('../../../drizzle/migrations', import.meta.url));

/** What migrations fill new tables with. */
function rollUpsOfMigrations(): string[] {
  const statements = readMigrationFiles({ migrationsFolder }).flatMap(({ sql }) => sql);
  const rollUps = statements.filter((statement) => statement.trim().startsWith('INSERT INTO `usage_'));
  expect(rollUps).toHaveLength(2);
  return rollUps;
}

describe('the heavy seed', () => {
  const databases: TestDatabase[] = [];
  let database: TestDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    database = await seeded();
    ledger = createLedger({ db: (await database.open()).db, secret: SEED.secret });
  }, 120_000);
  afterAll(() => Promise.all(databases.map((each) => each.drop())));

  it('is streams that the ledger itself would have written, with as many calls as are asked for', async () => {
    for (const { userId, calls } of people) {
      const { findings, receipts } = await auditStream(ledger, userId);
      expect({ userId, findings, receipts }).toEqual({ userId, findings: [], receipts: calls });
    }
  });

  it('is rolled up to what a follower makes of it', async () => {
    for (const userId of ids) {
      const seededRollUp = await rollUpOf(userId);
      expect(seededRollUp.days.length).toBeGreaterThan(0);
      const { direct } = database;
      for (const derived of [
        usageDaily,
        usageDimensions,
        usageMonths,
        usageQuarters,
        alerts,
        streamPositions,
      ]) {
        await direct.delete(derived).where(eq(derived.userId, userId));
      }
      await followStream(ledger, userId);
      expect(await rollUpOf(userId)).toEqual(seededRollUp);
    }
  });

  it('is rolled up by a migration to what a follower had made of it', async () => {
    const before = await Promise.all(ids.map(rollUpOf));
    const { direct } = database;
    await direct.delete(usageDimensions);
    await direct.delete(usageMonths);
    for (const statement of rollUpsOfMigrations()) await direct.execute(statement);
    expect(await Promise.all(ids.map(rollUpOf))).toEqual(before);
  });

  it('has every way in which a call ends, several models, and alerts and refusals', async () => {
    const [userId] = [SEED.first.userId];
    const { direct } = database;
    const ends = await direct
      .selectDistinct({ kind: table.kind, outcome: table.outcome })
      .from(table)
      .where(eq(table.userId, userId));
    expect(new Set(ends.map(({ kind, outcome }) => `${kind} ${outcome ?? ''}`))).toEqual(
      new Set([
        'open ',
        'hold ',
        'settle completed',
        'settle stopped',
        'settle lost',
        'settle unusable',
        'release failed',
        'expire ',
        'correct stopped',
        'correct lost',
      ]),
    );
    const { days, told } = await rollUpOf(userId);
    expect(new Set(days.map(({ model }) => model)).size).toBe(3);
    expect(told.length).toBeGreaterThan(0);
    expect((await readDenials(ledger, userId, { limit: 5, cursor: null })).denials.length).toBeGreaterThan(0);
  });

  it('tells of each call what it was for', async () => {
    for (const { userId, calls } of people) {
      const [kept] = await database.direct
        .select({ calls: count(operations.subjectId) })
        .from(operations)
        .where(eq(operations.userId, userId));
      expect(kept?.calls).toBe(calls);
    }
  });

  it('is the same for the same options', async () => {
    const again = await seeded();
    for (const userId of ids) expect(await headOf(again, userId)).toEqual(await headOf(database, userId));
  }, 120_000);

  it('shows hours and months that are the same without the roll-up, where clocks were changed meanwhile', async () => {
    const { userId } = SEED.first;
    const recent = await seeded({ until: Date.now(), days: 200, calls: SEED.callsOfFirst });
    const ofRecent = createLedger({ db: (await recent.open()).db, secret: SEED.secret });
    const shown = async () => ({
      hours: (await readHours(ofRecent, userId, { days: 200 })).hours,
      months: (await readUsage(ofRecent, userId)).pastMonths,
    });
    const rolledUp = await shown();
    expect(rolledUp.months.length).toBeGreaterThan(4);
    expect(rolledUp.hours.filter(({ calls }) => calls > 0).length).toBeGreaterThan(12);
    for (const derived of [usageDaily, usageDimensions, usageMonths, usageQuarters, streamPositions]) {
      await recent.direct.delete(derived).where(eq(derived.userId, userId));
    }
    expect(await shown()).toEqual(rolledUp);
  }, 120_000);

  async function seeded(options: Partial<typeof SEED> = {}): Promise<TestDatabase> {
    const created = await createTestDatabase(anyPlatform());
    databases.push(created);
    await seedHeavy({ ...SEED, ...options, databaseUrl: created.url });
    return created;
  }

  /** The seal of the last entry goes back to all before it. */
  async function headOf({ direct }: TestDatabase, userId: string) {
    const [head] = await direct
      .select({ seq: table.seq, mac: table.mac })
      .from(table)
      .where(eq(table.userId, userId))
      .orderBy(desc(table.seq))
      .limit(1);
    if (!head) throw new Error(`${userId} has no stream`);
    return head;
  }

  async function rollUpOf(userId: string) {
    const { direct } = database;
    const [position] = await direct.select().from(streamPositions).where(eq(streamPositions.userId, userId));
    const days = await direct
      .select()
      .from(usageDaily)
      .where(eq(usageDaily.userId, userId))
      .orderBy(asc(usageDaily.dayStart), usageDaily.operation, usageDaily.model, usageDaily.outcome);
    const dimensions = await direct
      .select()
      .from(usageDimensions)
      .where(eq(usageDimensions.userId, userId))
      .orderBy(usageDimensions.dimension, asc(usageDimensions.dayStart), usageDimensions.name);
    const months = await direct
      .select()
      .from(usageMonths)
      .where(eq(usageMonths.userId, userId))
      .orderBy(asc(usageMonths.startsAt));
    const quarters = await direct
      .select()
      .from(usageQuarters)
      .where(eq(usageQuarters.userId, userId))
      .orderBy(asc(usageQuarters.startsAt));
    const told = await direct
      .select({ seq: alerts.seq, limit: alerts.limitName, percent: alerts.percent, used: alerts.used })
      .from(alerts)
      .where(eq(alerts.userId, userId))
      .orderBy(asc(alerts.seq), alerts.limitName, alerts.percent);
    return { position, days, dimensions, months, quarters, told };
  }
});
