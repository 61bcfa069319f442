import { createId } from '@resumint/drizzle';
import { auditStream, createLedger, readSummary, type Ledger } from '@resumint/metering';
import { isScenario, SCENARIOS, seedStream, type Scenario } from '@resumint/seed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyPlatform, createTestDatabase, type TestDatabase } from './test-database.ts';
import { zoneAtNoon } from './zone-at-noon.ts';

const names = Object.keys(SCENARIOS).filter(isScenario);

describe('a seeded stream', () => {
  let database: TestDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    database = await createTestDatabase(anyPlatform());
    const { db } = await database.open();
    ledger = createLedger({ db, secret: 'a secret for tests, of 32 letters or more' });
  });
  afterAll(() => database.drop());

  it.each(names)('is what the ledger itself would have written: %s', async (scenario) => {
    const { userId } = await seed(scenario);
    expect((await auditStream(ledger, userId)).findings).toEqual([]);
  });

  it.each([
    { scenario: 'empty', percent: 0, warned: false },
    { scenario: 'normal', percent: 12, warned: false },
    { scenario: 'near-limit', percent: 86, warned: true },
    { scenario: 'over-limit', percent: 100, warned: true },
    { scenario: 'habitual', percent: 12, warned: false },
  ] as const)('begins as its name says: $scenario', async ({ scenario, percent, warned }) => {
    const { userId } = await seed(scenario);
    const { day, warnings } = await readSummary(ledger, userId);
    expect(day.tokens.percentUsed).toBe(percent);
    expect(warnings.some(({ limit }) => limit === 'tokensPerDay')).toBe(warned);
  });

  async function seed(scenario: Scenario) {
    const userId = createId('user');
    // The day must not end between the seed and the look at it.
    await seedStream(ledger, userId, { scenario, zone: zoneAtNoon(), now: Date.now() });
    return { userId };
  }
});
