import { connect, createId, type Connection } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import {
  auditStream,
  callTimes,
  createDenialCounter,
  createInputMargin,
  createLedger,
  createPriceBook,
  defaultTerms,
  openStream,
  readReceipts,
  readState,
  startCall,
  type CallIntent,
  type Metering,
} from '@resumint/metering';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCuttingProxy, type CuttingProxy } from '../cutting-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { ways } from './ways.ts';

/** What only an insert of the call sends: statements themselves are sent once for each connection. */
const INSERTED = 'test.call';
/** Less than in the product: over HTTP a connection that is refused is tried until then. */
const ADMIT_MS = 6_000;
const SECRET = 'a secret for tests, of 32 letters or more';

describe.each(ways())(
  'an admission that fails, $server.name over $driver, combining: $combine',
  ({ combine, ...platform }) => {
    let database: TestDatabase;
    let proxy: CuttingProxy;
    let connection: Connection;
    let metering: Metering;

    beforeAll(async () => {
      database = await createTestDatabase(platform);
      const url = new URL(database.url);
      proxy = await startCuttingProxy({ host: url.hostname, port: Number(url.port) });
      url.port = String(proxy.port);
      connection = await connect(url.href, { poolSize: 2, onStatement: database.record });
      const { db } = connection;
      metering = {
        ledger: createLedger({ db, secret: SECRET, combine }),
        prices: createPriceBook(db),
        model: () => {
          throw new Error('a call that was not admitted reached the model');
        },
        countTokens: (text) => text.length,
        inputMargin: createInputMargin(),
        denials: createDenialCounter({ db, flushAfterMs: 0 }),
        times: { ...callTimes(60), admitMs: ADMIT_MS },
      };
    });
    afterAll(async () => {
      await connection.close();
      await proxy.stop();
      await database.drop();
    });

    it.each([
      { when: 'beforeAnswer' as const, entries: 3, receipts: ['released'] },
      { when: 'beforeSending' as const, entries: 2, receipts: [] },
    ])(
      'leaves no hold behind when the database goes away $when of the insert',
      async ({ when, entries, receipts }) => {
        const userId = createId('user');
        await openStream(metering.ledger, userId, defaultTerms('UTC'));
        await metering.prices.load();
        const background: Promise<unknown>[] = [];

        const cutsBefore = proxy.cuts();
        proxy.cutNextAndRefuse(INSERTED, when);
        const refusal = await startCall(metering, intentOf(userId), (work) => background.push(work)).catch(
          (error: unknown) => error,
        );
        expect(refusal).toBeInstanceOf(AppError);
        expect(refusal).toMatchObject({ code: 'limits_unverifiable' });
        expect(proxy.cuts()).toBe(cutsBefore + 1);
        proxy.accept();
        await Promise.all(background);

        const { state } = await readState(metering.ledger, userId);
        expect(state.open).toEqual([]);
        expect(state.day).toMatchObject({ spent: { tokens: 0 }, held: { tokens: 0 } });
        expect(await auditStream(metering.ledger, userId)).toMatchObject({ entries, findings: [] });
        const page = await readReceipts(metering.ledger, userId, { limit: 10, cursor: null });
        expect(page.receipts.map(({ status }) => status)).toEqual(receipts);
      },
    );
  },
);

function intentOf(userId: string): CallIntent {
  const request = { model: 'gpt-4.1-mini', instructions: 'i', input: 'i', maxOutputTokens: 100 };
  return {
    userId,
    operation: 'test.call',
    idempotencyKey: 'the same key',
    input: {},
    plan: () =>
      Promise.resolve({
        operation: 'test.call',
        subjectId: 'doc_1',
        request,
        inputTokens: 100,
        expectedOutputTokens: 50,
        leastOutputTokens: 50,
        otherModels: [],
      }),
  };
}
