import { connect, createId, ledger as table, type Connection } from '@resumint/drizzle';
import {
  auditStream,
  createLedger,
  decideHold,
  decideSettle,
  defaultTerms,
  openStream,
  readState,
  transact,
  type Ledger,
} from '@resumint/metering';
import { and, eq, gt } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCuttingProxy, type CuttingProxy } from '../cutting-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { ways } from './ways.ts';

/** What only an insert of the call sends: statements themselves are sent once for each connection. */
const INSERTED = 'test.call';
const SECRET = 'a secret for tests, of 32 letters or more';

const used = { inputTokens: 300, cachedInputTokens: 0, outputTokens: 100, reasoningTokens: 0 };
const amount = { tokens: 400, costNanos: 1_000n };

describe.each(ways())(
  'a lost connection, $server.name over $driver, combining: $combine',
  ({ combine, ...platform }) => {
    let database: TestDatabase;
    let proxy: CuttingProxy;
    let connection: Connection;
    let ledger: Ledger;

    beforeAll(async () => {
      database = await createTestDatabase(platform);
      const url = new URL(database.url);
      proxy = await startCuttingProxy({ host: url.hostname, port: Number(url.port) });
      url.port = String(proxy.port);
      connection = await connect(url.href, { poolSize: 1, onStatement: database.record });
      ledger = createLedger({ db: connection.db, secret: SECRET, combine });
    });
    afterAll(async () => {
      await connection.close();
      await proxy.stop();
      await database.drop();
    });

    const breaks = (['beforeSending', 'beforeAnswer'] as const).flatMap((when) => [
      { when, isNew: false },
      { when, isNew: true },
    ]);

    it.each(breaks)(
      'holds once when it breaks $when, under a key that is new: $isNew',
      async ({ when, isNew }) => {
        const { userId, stream, hold } = await newCall();
        const cutsBefore = proxy.cuts();
        proxy.cutNext(INSERTED, when);
        const outcome = await transact(ledger, { ...stream, isNew }, (view) => decideHold(view, hold));
        expect(outcome.kind).toBe('admitted');
        expect(proxy.cuts()).toBe(cutsBefore + 1);
        const { state } = await readState(ledger, userId);
        expect(state.open.map(({ operationId }) => operationId)).toEqual([stream.operationId]);
        expect(state.day.held).toEqual(amount);
        expect(await auditStream(ledger, userId)).toMatchObject({ entries: 2, findings: [] });
      },
    );

    it.each(['beforeSending', 'beforeAnswer'] as const)('charges once when it breaks %s', async (when) => {
      const { userId, stream, hold } = await newCall();
      await transact(ledger, stream, (view) => decideHold(view, hold));
      const { operationId } = stream;
      const settlement = {
        operationId,
        ...used,
        ...amount,
        isEstimated: false,
        outcome: 'completed' as const,
      };
      const cutsBefore = proxy.cuts();
      proxy.cutNext(INSERTED, when);
      await transact(ledger, stream, (view) => decideSettle(view, settlement));
      expect(proxy.cuts()).toBe(cutsBefore + 1);
      const { state } = await readState(ledger, userId);
      expect(state.day).toMatchObject({ spent: amount, held: { tokens: 0, costNanos: 0n } });
      expect(state.lifetime).toEqual({ ...amount, operations: 1 });
      expect(await auditStream(ledger, userId)).toMatchObject({ entries: 3, findings: [] });
    });

    it.each([
      { statement: 'a read', people: 1, textOf: (userId: string) => userId },
      { statement: 'an insert of several people', people: 3, textOf: () => INSERTED },
    ])(
      'has all heads forgotten where $statement meets it, since the database may be one with less in it',
      async ({ people, textOf }) => {
        const before = await newCall();
        await transact(ledger, before.stream, (view) => decideHold(view, before.hold));
        await database.direct.delete(table).where(and(eq(table.userId, before.userId), gt(table.seq, 1)));

        const others = await Promise.all(Array.from({ length: people }, newCall));
        const cutsBefore = proxy.cuts();
        proxy.cutNext(textOf(others[0]?.userId ?? ''), 'beforeSending');
        const holds = others.map(({ stream, hold }) =>
          transact(ledger, { ...stream, isNew: true }, (view) => decideHold(view, hold)),
        );
        await Promise.all(holds);
        expect(proxy.cuts()).toBe(cutsBefore + 1);

        const stream = { ...before.stream, operationId: 'op_after', isNew: true };
        const hold = { ...before.hold, operationId: 'op_after' };
        await transact(ledger, stream, (view) => decideHold(view, hold));
        expect(await auditStream(ledger, before.userId)).toMatchObject({ entries: 2, findings: [] });
      },
    );

    async function newCall() {
      const userId = createId('user');
      await openStream(ledger, userId, defaultTerms('Asia/Kathmandu'));
      const operationId = 'op_lost';
      const hold = {
        operationId,
        operation: 'test.call',
        model: 'test',
        priceVersion: '1',
        inputTokens: used.inputTokens,
        outputTokens: used.outputTokens,
        ...amount,
        payloadHash: 'same',
        claim: 'mine',
        lifetimeMs: 60_000,
      };
      return { userId, stream: { userId, operationId }, hold };
    }
  },
);
