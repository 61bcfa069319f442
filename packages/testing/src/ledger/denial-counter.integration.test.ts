import { createId, denials, type Database } from '@resumint/drizzle';
import { createDenialCounter, type RefusedCall } from '@resumint/metering';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, platforms, type TestDatabase } from '../test-database.ts';

const DAY = Date.UTC(2026, 10, 22);
/** No test waits for it. */
const LATER_MS = 3_600_000;

describe.each(platforms())('counts of denials, $server.name over $driver', (platform) => {
  let database: TestDatabase;
  let db: Database;
  const keptAlive: Promise<unknown>[] = [];
  const keepAlive = (work: Promise<unknown>) => keptAlive.push(work);

  beforeAll(async () => {
    database = await createTestDatabase(platform);
    ({ db } = await database.open());
  });
  afterAll(() => database.drop());

  const refused = (userId: string, changed: Partial<RefusedCall> = {}): RefusedCall => ({
    userId,
    operation: 'resume.parse',
    limit: 'tokensPerDay',
    dayStartsAt: DAY,
    at: DAY + 1,
    ...changed,
  });
  const countsOf = (userId: string) => db.select().from(denials).where(eq(denials.userId, userId));

  it('are added to what is there, with the latest time', async () => {
    const userId = createId('user');
    for (const at of [DAY + 5, DAY + 3]) {
      const { count, flush } = createDenialCounter({ db, flushAfterMs: LATER_MS });
      count(refused(userId, { at }), keepAlive);
      count(refused(userId, { at: at - 1 }), keepAlive);
      await flush();
    }
    expect(await countsOf(userId)).toEqual([
      {
        userId,
        dayStart: new Date(DAY),
        limitName: 'tokensPerDay',
        operation: 'resume.parse',
        count: 4,
        lastAt: new Date(DAY + 5),
      },
    ]);
  });

  it('have a row for each day, limit and operation', async () => {
    const userId = createId('user');
    const { count, flush } = createDenialCounter({ db, flushAfterMs: LATER_MS });
    count(refused(userId), keepAlive);
    count(refused(userId, { dayStartsAt: DAY + 86_400_000 }), keepAlive);
    count(refused(userId, { limit: 'inFlight' }), keepAlive);
    count(refused(userId, { operation: 'resume.summarize' }), keepAlive);
    await flush();
    expect((await countsOf(userId)).map((row) => row.count)).toEqual([1, 1, 1, 1]);
  });

  it('are kept for the next time where they cannot be written', async () => {
    const [ada, grace] = [createId('user'), createId('user')];
    const { count, flush } = createDenialCounter({ db, flushAfterMs: LATER_MS });
    await database.direct.execute(sql`rename table ${denials} to denials_away`);
    count(refused(ada), keepAlive);
    count(refused(grace), keepAlive);
    await expect(flush()).rejects.toThrow('Failed query');
    count(refused(ada), keepAlive);
    await database.direct.execute(sql`rename table denials_away to ${denials}`);
    await flush();
    expect(await countsOf(ada)).toMatchObject([{ count: 2 }]);
    expect(await countsOf(grace)).toMatchObject([{ count: 1 }]);
  });

  it('take no more room than they are given', async () => {
    const people = Array.from({ length: 5 }, () => createId('user'));
    const { count, flush } = createDenialCounter({ db, flushAfterMs: LATER_MS, mostRows: 2 });
    for (const userId of [...people, ...people]) count(refused(userId), keepAlive);
    await flush();
    const counts = await Promise.all(people.map(countsOf));
    expect(counts.map(([row]) => row?.count ?? 0)).toEqual([2, 2, 0, 0, 0]);
  });

  it('are written at once by the request that was refused, where there is no later', async () => {
    const userId = createId('user');
    const { count } = createDenialCounter({ db, flushAfterMs: 0 });
    keptAlive.length = 0;
    count(refused(userId), keepAlive);
    count(refused(userId), keepAlive);
    expect(keptAlive).toHaveLength(2);
    await Promise.all(keptAlive);
    expect(await countsOf(userId)).toMatchObject([{ count: 2 }]);
  });
});
