import { createId, ledger as table } from '@resumint/drizzle';
import {
  auditStream,
  createLedger,
  decideHold,
  defaultTerms,
  openStream,
  transact,
  type Ledger,
} from '@resumint/metering';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { ways } from './ways.ts';

const SECRET = 'a secret for tests, of 32 letters or more';
const PATIENCE_MS = 1_000;
/** Two at once, and the others after at least 25, 50, 100, 200, 250, 250 and 250 ms, of which the last is too late. */
const MOST_TRIES = 8;

describe.each(ways())(
  'a server that reads and does not write, $server.name over $driver, combining: $combine',
  ({ combine, ...platform }) => {
    let database: TestDatabase;
    let ledger: Ledger;
    let inserts = 0;

    beforeAll(async () => {
      database = await createTestDatabase(platform);
      const { db } = await database.open({
        onStatement: (statement) => (inserts += statement.startsWith('insert into `ledger`') ? 1 : 0),
      });
      ledger = createLedger({ db, secret: SECRET, combine });
    });
    afterAll(() => database.drop());

    it('is asked a few times by a caller who waits, and serves the next once it writes again', async () => {
      const userId = createId('user');
      await openStream(ledger, userId, defaultTerms('Europe/Berlin'));
      await run(sql`create trigger refuse before insert on ${table} for each row signal sqlstate '45000'`);
      inserts = 0;
      await expect(hold(userId, 'op_refused', PATIENCE_MS)).rejects.toMatchObject({
        code: 'limits_unverifiable',
      });
      expect(inserts).toBeGreaterThan(1);
      expect(inserts).toBeLessThanOrEqual(MOST_TRIES);

      inserts = 0;
      const writesAgain = async () => {
        await expect.poll(() => inserts, { timeout: 10_000 }).toBeGreaterThan(1);
        await run(sql`drop trigger refuse`);
      };
      const [outcome] = await Promise.all([hold(userId, 'op_waiting'), writesAgain()]);
      expect(outcome.kind).toBe('admitted');
      expect(await auditStream(ledger, userId)).toMatchObject({ entries: 2, findings: [] });
    });

    /** In a transaction statements are sent as they are: MySQL prepares none that makes a trigger. */
    function run(statement: SQL): Promise<unknown> {
      return database.direct.transaction((tx) => tx.execute(statement));
    }

    function hold(userId: string, operationId: string, withinMs = 30_000) {
      const command = {
        operationId,
        operation: 'test.call',
        model: 'test',
        priceVersion: '1',
        inputTokens: 300,
        outputTokens: 100,
        tokens: 400,
        costNanos: 1_000n,
        payloadHash: 'payload',
        claim: operationId,
        lifetimeMs: 60_000,
      };
      return transact(ledger, { userId, operationId, withinMs }, (view) => decideHold(view, command));
    }
  },
);
