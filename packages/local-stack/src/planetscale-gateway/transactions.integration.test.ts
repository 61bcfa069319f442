import { Client, type Connection } from '@planetscale/database';
import { createConnection } from 'mysql2/promise';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabases, useGateway, type TestGateway } from './gateway-fixture.ts';
import { startPlanetScaleGateway } from './start-planetscale-gateway.ts';

async function createCounters({ client }: TestGateway): Promise<void> {
  await client.execute('DROP TABLE IF EXISTS counters');
  await client.execute('CREATE TABLE counters (id INT PRIMARY KEY, value INT NOT NULL)');
  await client.execute('INSERT INTO counters VALUES (1, 0), (2, 0)');
}

async function valueOf({ client }: TestGateway, id: number): Promise<unknown> {
  const { rows } = await client.execute<{ value: number }>('SELECT value FROM counters WHERE id = ?', [id]);
  return rows[0]?.value;
}

/** Locks a row from outside the gateway, until the function it returns is called. */
async function holdRow({ databaseUrl }: TestGateway, id: number): Promise<() => Promise<void>> {
  const holder = await createConnection(databaseUrl);
  await holder.query('BEGIN');
  await holder.query('SELECT * FROM counters WHERE id = ? FOR UPDATE', [id]);
  return () => holder.end();
}

/** Starts an update of the second row, and returns when the gateway has begun it. */
async function startWaiting(gateway: TestGateway, connection: Connection) {
  const before = gateway.executed();
  const ended = connection.execute('UPDATE counters SET value = 9 WHERE id = 2');
  await expect.poll(() => gateway.executed(), { timeout: 20_000, interval: 5 }).toBeGreaterThan(before);
  return { ended };
}

function aborted(words: string): unknown {
  const message: unknown = expect.stringContaining(words);
  return expect.objectContaining({ body: { code: 'ABORTED', message } });
}

describe.each(testDatabases)('transactions over the gateway, on $name', (database) => {
  const gateway = useGateway(database);
  beforeEach(() => createCounters(gateway()));

  it('shows nothing of a transaction to others until it commits', async () => {
    const connection = gateway().client.connection();
    await connection.execute('BEGIN');
    await connection.execute('UPDATE counters SET value = 7 WHERE id = 1');
    expect((await connection.execute('SELECT value FROM counters WHERE id = 1')).rows).toEqual([
      { value: 7 },
    ]);
    expect(await valueOf(gateway(), 1)).toBe(0);
    await connection.execute('COMMIT');
    expect(await valueOf(gateway(), 1)).toBe(7);
  });

  it('rolls back when the callback throws, and throws its error', async () => {
    const failing = gateway().client.transaction(async (tx) => {
      await tx.execute('UPDATE counters SET value = 7 WHERE id = 1');
      await tx.execute('INSERT INTO counters VALUES (1, 1)');
    });
    await expect(failing).rejects.toMatchObject({ body: { code: 'ALREADY_EXISTS' } });
    expect(await valueOf(gateway(), 1)).toBe(0);
  });

  it('runs statements of one connection on their own again after the transaction', async () => {
    const connection = gateway().client.connection();
    await connection.execute('/* note */ START TRANSACTION');
    await connection.execute('COMMIT');
    await connection.execute('UPDATE counters SET value = 5 WHERE id = 1');
    expect(await valueOf(gateway(), 1)).toBe(5);
    await connection.execute('BEGIN');
    await connection.execute('UPDATE counters SET value = 6 WHERE id = 1');
    await connection.execute('ROLLBACK');
    expect(await valueOf(gateway(), 1)).toBe(5);
  });

  it('opens nothing when the server refuses to', async () => {
    const connection = gateway().client.connection();
    await expect(connection.execute('START TRANSACTION nonsense')).rejects.toThrow('(errno 1064)');
    await connection.execute('UPDATE counters SET value = 5 WHERE id = 1');
    await connection.execute('ROLLBACK');
    expect(await valueOf(gateway(), 1)).toBe(5);
  });

  it('rolls back to a savepoint and goes on', async () => {
    await gateway().client.transaction(async (tx) => {
      await tx.execute('UPDATE counters SET value = 1 WHERE id = 1');
      await tx.execute('SAVEPOINT before_second');
      await tx.execute('UPDATE counters SET value = 1 WHERE id = 2');
      await tx.execute('ROLLBACK TO before_second');
    });
    expect([await valueOf(gateway(), 1), await valueOf(gateway(), 2)]).toEqual([1, 0]);
  });

  it('resets what a transaction set on its connection', async () => {
    const readZone = async () => {
      const zones = await Promise.all(
        Array.from({ length: 5 }, () =>
          gateway().client.transaction((tx) =>
            tx.execute('SELECT @@session.time_zone AS zone, @mark AS mark'),
          ),
        ),
      );
      return zones.map(({ rows }) => rows[0]);
    };
    const [before] = await readZone();
    await gateway().client.transaction(async (tx) => {
      await tx.execute("SET time_zone = '+05:00'");
      await tx.execute("SET @mark = 'x'");
    });
    expect(await readZone()).toEqual(Array.from({ length: 5 }, () => before));
  });

  it('ends with a statement that commits by itself', async () => {
    const connection = gateway().client.connection();
    await connection.execute('BEGIN');
    await connection.execute('UPDATE counters SET value = 3 WHERE id = 1');
    await connection.execute('CREATE TABLE IF NOT EXISTS by_itself (id INT PRIMARY KEY)');
    await connection.execute('UPDATE counters SET value = 4 WHERE id = 1');
    await connection.execute('ROLLBACK');
    expect(await valueOf(gateway(), 1)).toBe(4);
  });

  it('refuses a second statement while one is under way', async () => {
    const connection = gateway().client.connection();
    await connection.execute('BEGIN');
    const letGo = await holdRow(gateway(), 2);
    const waiting = await startWaiting(gateway(), connection);
    await expect(connection.execute('SELECT 1')).rejects.toEqual(aborted('in use'));
    await letGo();
    await waiting.ended;
    await connection.execute('COMMIT');
    expect(await valueOf(gateway(), 2)).toBe(9);
  });

  it('rolls back once the statement under way has ended', async () => {
    const connection = gateway().client.connection();
    await connection.execute('BEGIN');
    const letGo = await holdRow(gateway(), 2);
    const waiting = await startWaiting(gateway(), connection);
    const rollbacks = [connection.execute('ROLLBACK'), connection.execute('ROLLBACK')];
    await letGo();
    await Promise.all([waiting.ended, ...rollbacks]);
    expect(await valueOf(gateway(), 2)).toBe(0);
  });

  it('counts exactly under 50 transactions at once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        gateway().client.transaction(async (tx) => {
          const { rows } = await tx.execute<{ value: number }>(
            'SELECT value FROM counters WHERE id = 1 FOR UPDATE',
          );
          await tx.execute('UPDATE counters SET value = ? WHERE id = 1', [(rows[0]?.value ?? 0) + 1]);
        }),
      ),
    );
    expect(await valueOf(gateway(), 1)).toBe(50);
  });

  it('lets nothing of a deadlock’s victim run outside its transaction', async () => {
    const connections = [gateway().client.connection(), gateway().client.connection()];
    for (const [index, connection] of connections.entries()) {
      await connection.execute('BEGIN');
      await connection.execute('UPDATE counters SET value = 1 WHERE id = ?', [index + 1]);
    }
    const outcomes = await Promise.allSettled(
      connections.map((connection, index) =>
        connection.execute('UPDATE counters SET value = 2 WHERE id = ?', [2 - index]),
      ),
    );
    const victim = connections[outcomes.findIndex(({ status }) => status === 'rejected')];
    const survivor = connections[outcomes.findIndex(({ status }) => status === 'fulfilled')];
    expect(outcomes).toContainEqual({ status: 'rejected', reason: aborted('(errno 1213)') });
    await expect(victim?.execute('UPDATE counters SET value = 8')).rejects.toEqual(aborted('ended'));
    await expect(victim?.execute('COMMIT')).rejects.toEqual(aborted('ended'));
    await victim?.execute('ROLLBACK');
    await survivor?.execute('COMMIT');
    expect(new Set([await valueOf(gateway(), 1), await valueOf(gateway(), 2)])).toEqual(new Set([1, 2]));
    expect((await victim?.execute('SELECT 1 AS one'))?.size).toBe(1);
  });
});

describe.each(testDatabases)('abandoned transactions, on $name', (database) => {
  const gateway = useGateway(database, { transactionTimeoutMs: 1_500 });
  beforeEach(() => createCounters(gateway()));

  it('are rolled back and free their locks', async () => {
    const connection = gateway().client.connection();
    await connection.execute('BEGIN');
    await connection.execute('UPDATE counters SET value = 7 WHERE id = 1');
    // Waits for the row's lock, which nobody but the time limit frees.
    await gateway().client.execute('UPDATE counters SET value = value + 1 WHERE id = 1');
    expect(await valueOf(gateway(), 1)).toBe(1);
    await expect(connection.execute('UPDATE counters SET value = 9 WHERE id = 1')).rejects.toEqual(
      aborted('ended'),
    );
    await expect(connection.execute('COMMIT')).rejects.toEqual(aborted('ended'));
    await connection.execute('ROLLBACK');
    expect(await valueOf(gateway(), 1)).toBe(1);
  });

  it('are cut off in the middle of a statement', async () => {
    const connection = gateway().client.connection();
    await connection.execute('BEGIN');
    await connection.execute('UPDATE counters SET value = 7 WHERE id = 1');
    await expect(connection.execute('SELECT SLEEP(60)')).rejects.toEqual(aborted('exceeded timeout'));
    await gateway().client.execute('UPDATE counters SET value = value + 1 WHERE id = 1');
    expect(await valueOf(gateway(), 1)).toBe(1);
  });

  it('free their locks even while they wait for a lock of somebody else', async () => {
    const letGo = await holdRow(gateway(), 2);
    const waiting = gateway().client.transaction(async (tx) => {
      await tx.execute('UPDATE counters SET value = 7 WHERE id = 1');
      await tx.execute('UPDATE counters SET value = 7 WHERE id = 2');
    });
    await expect(waiting).rejects.toEqual(aborted('exceeded timeout'));
    const other = await createConnection(gateway().databaseUrl);
    await other.query('SET innodb_lock_wait_timeout = 10');
    await other.query('UPDATE counters SET value = value + 1 WHERE id = 1');
    await other.end();
    await letGo();
    expect([await valueOf(gateway(), 1), await valueOf(gateway(), 2)]).toEqual([1, 0]);
  });

  it('do not use up the connections', async () => {
    const abandoned = Array.from({ length: 70 }, async () => {
      await gateway().client.connection().execute('BEGIN');
    });
    await Promise.all(abandoned);
    expect(await gateway().client.transaction(() => valueOf(gateway(), 1))).toBe(0);
  });

  it('are rolled back when the gateway stops', async () => {
    const { databaseUrl } = gateway();
    const second = await startPlanetScaleGateway({ databaseUrl, username: 'other', password: 'secret' });
    const connection = new Client({ url: second.url }).connection();
    await connection.execute('BEGIN');
    await connection.execute('UPDATE counters SET value = 7 WHERE id = 1');
    await second.stop();
    await gateway().client.execute('UPDATE counters SET value = value + 1 WHERE id = 1');
    expect(await valueOf(gateway(), 1)).toBe(1);
  });
});
