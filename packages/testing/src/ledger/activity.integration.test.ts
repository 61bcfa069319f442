import { createId, type Connection } from '@resumint/drizzle';
import {
  ANYTHING,
  createLedger,
  ENDINGS,
  readActivity,
  readSummary,
  type ActivityEntry,
  type ActivityFilter,
  type Ledger,
} from '@resumint/metering';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { spend } from '../follower/spend.ts';
import { createTestDatabase, platforms, type TestDatabase } from '../test-database.ts';
import { writePastActivity } from './past-activity.ts';

const ZONE = 'America/New_York';
/** The clocks of the zone go forward and back in this stretch. */
const UNTIL = Date.parse('2026-03-12T00:00:00Z');
const CALLS = 150;
const TIME_LIMIT_MS = 120_000;

const localDay = fc
  .integer({ min: 3, max: 13 })
  .map((day) => ({ year: 2026, month: 3, day }))
  .filter(({ day }) => day < 13);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 2 });
const arbitraryFilter: fc.Arbitrary<ActivityFilter> = fc.record({
  operation: maybe(fc.constantFrom('resume.parse', 'resume.summarize', 'resume.none')),
  model: maybe(fc.constantFrom('gpt-4.1-mini', 'gpt-5-nano')),
  ending: maybe(fc.constantFrom(...ENDINGS)),
  from: maybe(localDay),
  to: maybe(localDay),
  operationId: fc.option(fc.constantFrom('op_past7', 'op_running', 'op_none'), { nil: null, freq: 9 }),
  subjectIds: fc.constant(null),
});

describe.each(platforms())('activity, $server.name over $driver', (platform) => {
  let database: TestDatabase;
  let connection: Connection;
  let ledger: Ledger;
  let userId: string;

  beforeAll(async () => {
    database = await createTestDatabase(platform);
    connection = await database.open();
    ledger = createLedger({
      db: connection.db,
      secret: 'a secret of this test, long enough',
      combine: false,
    });
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    userId = createId('user');
    await writePastActivity(ledger, userId, { calls: CALLS, zone: ZONE, until: UNTIL });
  });

  const all = async () =>
    (await readActivity(ledger, userId, { filter: ANYTHING, limit: 10_000, cursor: null })).entries;

  it(
    'page after page is what matches once, in one order, whatever is added meanwhile',
    { timeout: TIME_LIMIT_MS },
    async () => {
      let added = 0;
      await fc.assert(
        fc.asyncProperty(
          arbitraryFilter,
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: 25, max: 400 }),
          async (filter, limit, mostLookedAt) => {
            const expected = (await all()).filter((entry) => matches(entry, filter));
            const found: ActivityEntry[] = [];
            let cursor: number | null = null;
            do {
              const page = await readActivity(ledger, userId, { filter, limit, cursor, mostLookedAt });
              expect(page.entries.length).toBeLessThanOrEqual(limit);
              found.push(...page.entries);
              ({ nextCursor: cursor } = page);
              await spend(ledger, { userId }, { tokens: 1, name: `added${(added += 1)}` });
            } while (cursor !== null && added < 2_000);
            expect(found).toEqual(expected);
          },
        ),
        { numRuns: 20 },
      );
    },
  );

  it('adds up to the meter', async () => {
    const sum = { tokens: 0, costNanos: 0n };
    for (const entry of await all()) {
      const { tokens, costNanos } = entry.kind === 'call' ? entry.charged : entry;
      sum.tokens += tokens;
      sum.costNanos += costNanos;
    }
    const { lifetime } = await readSummary(ledger, userId);
    expect(sum).toEqual({ tokens: lifetime.tokens, costNanos: lifetime.costNanos });
  });

  it('has a kind of entry for each ending', async () => {
    const entries = await all();
    expect(ENDINGS.map((ending) => entries.some((entry) => endingOf(entry) === ending))).toEqual(
      ENDINGS.map(() => true),
    );
  });

  it('looks at so many entries for a page and no more, and says how far it has looked', async () => {
    const filter = { ...ANYTHING, operation: 'resume.none' };
    const page = await readActivity(ledger, userId, { filter, limit: 20, cursor: null, mostLookedAt: 100 });
    expect(page.entries).toEqual([]);
    expect(page.nextCursor).not.toBeNull();
    const newest = (await all())[0];
    expect(newest?.kind).toBe('adjustment');
    expect(page.lookedBackTo?.getTime()).toBeLessThan(UNTIL);
    expect(page.lookedBackTo?.getTime()).toBeGreaterThan(UNTIL - CALLS * 3_600_000);
  });

  it('does not look for what calls were for where nothing is like it', async () => {
    const filter = { ...ANYTHING, subjectIds: [] };
    const page = await readActivity(ledger, userId, { filter, limit: 20, cursor: null, mostLookedAt: 5 });
    expect(page).toEqual({ entries: [], nextCursor: null, lookedBackTo: null, zone: ZONE });
  });

  it('begins at the last day that is asked for, without looking at later ones', async () => {
    const to = { year: 2026, month: 3, day: 7 };
    const filter = { ...ANYTHING, to };
    const page = await readActivity(ledger, userId, { filter, limit: 1, cursor: null, mostLookedAt: 5 });
    // New York's day ends at 05:00 UTC before its clocks go forward.
    expect(page.entries.map(timeOf)).toEqual([Date.parse('2026-03-08T04:00:00Z')]);
  });

  it('is one’s own', async () => {
    const other = createId('user');
    await writePastActivity(ledger, other, { calls: 1, zone: ZONE, until: UNTIL });
    const filter = { ...ANYTHING, operationId: 'op_past7' };
    expect((await readActivity(ledger, other, { filter, limit: 5, cursor: null })).entries).toEqual([]);
    const theirs = await readActivity(ledger, other, { filter: ANYTHING, limit: 500, cursor: null });
    expect(theirs.entries).toHaveLength(4);
  });
});

function matches(entry: ActivityEntry, filter: ActivityFilter): boolean {
  const { operation, model } = entry.kind === 'call' ? entry : { operation: null, model: null };
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(timeOf(entry));
  return (
    (filter.operation === null || filter.operation === operation) &&
    (filter.model === null || filter.model === model) &&
    (filter.ending === null || filter.ending === endingOf(entry)) &&
    (filter.operationId === null || filter.operationId === entry.operationId) &&
    (filter.from === null || day >= textOf(filter.from)) &&
    (filter.to === null || day <= textOf(filter.to))
  );
}

function timeOf(entry: ActivityEntry): number {
  return (entry.kind === 'call' ? entry.startedAt : entry.at).getTime();
}

function textOf({ year, month, day }: { year: number; month: number; day: number }): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function endingOf(entry: ActivityEntry): string | null {
  if (entry.kind === 'adjustment') return 'adjusted';
  if (entry.status === 'held') return 'running';
  return entry.status === 'settled' ? entry.outcome : entry.status;
}
