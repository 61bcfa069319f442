import { createId, type Database } from '@resumint/drizzle';
import {
  auditStream,
  createLedger,
  defaultTerms,
  readReceipts,
  readUsage,
  readUsageRows,
  writeHistory,
  type Ledger,
} from '@resumint/metering';
import { auditReplay, readReplay, replay } from '@resumint/metering/replay';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entriesOf } from '../router/entries.ts';
import { anyPlatform, createTestDatabase, type TestDatabase } from '../test-database.ts';
import { decisionsOf } from './past-activity.ts';

const SECRET = 'a secret for tests, of 32 letters or more';
const HOUR_MS = 3_600_000;
/** Of every kind, and over the end of a day and of a month. */
const CALLS = 800;

let database: TestDatabase;
let db: Database;
let ledger: Ledger;

beforeAll(async () => {
  database = await createTestDatabase(anyPlatform());
  ({ db } = await database.open());
  ledger = createLedger({ db, secret: SECRET });
});
afterAll(() => database.drop());

it('a stream in memory reads as the ledger does that the same decisions were written to', async () => {
  const userId = createId('user');
  const openedAt = Date.now() - (CALLS + 1) * HOUR_MS;
  const past = {
    terms: { ...defaultTerms('Europe/Berlin'), alertAtPercent: [1, 2, 50] },
    openedAt,
    decisions: Array.from({ length: CALLS }, (_, index) => index).flatMap((index) =>
      decisionsOf(index, openedAt + (index + 1) * HOUR_MS),
    ),
  };
  await writeHistory(ledger, userId, past);
  const usage = await readUsage(ledger, userId);
  const clock = usage.at.getTime();
  const read = readReplay(replay(past), { userId, clock, secret: SECRET });

  expect(read.rows.map(withoutInsert)).toEqual((await entriesOf(db, userId)).map(withoutInsert));
  expect(read.usage).toEqual(usage);
  const { receipts } = await readReceipts(ledger, userId, { limit: CALLS, cursor: null });
  expect(read.receipts).toEqual(receipts);
  const usageRows = await readUsageRows(ledger, userId, { since: new Date(0) });
  expect(read.usageRows).toHaveLength(usageRows.length);
  expect(read.usageRows).toEqual(expect.arrayContaining(usageRows));
  const checkedAt = new Date(clock);
  const audit = await auditReplay(read.rows, { clock, secret: SECRET });
  expect(audit).toEqual({ ...(await auditStream(ledger, userId)), checkedAt });
});

/** But for what depends on the inserts that rows were written by: the last row of each carries the open holds. */
function withoutInsert<Row extends { carried: string | null; mac: string }>(row: Row) {
  return { ...row, carried: null, mac: '' };
}
