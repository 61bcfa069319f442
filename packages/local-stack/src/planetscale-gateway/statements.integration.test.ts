import { DatabaseError } from '@planetscale/database';
import { createConnection, type ResultSetHeader } from 'mysql2/promise';
import { describe, expect, it } from 'vitest';
import { testDatabases, useGateway } from './gateway-fixture.ts';

describe.each(testDatabases)('statements over the gateway, on $name', (database) => {
  const gateway = useGateway(database);

  async function createTable(
    columns = 'id BIGINT AUTO_INCREMENT PRIMARY KEY, value INT NOT NULL',
  ): Promise<string> {
    const table = `t_${crypto.randomUUID().replaceAll('-', '')}`;
    await gateway().client.execute(`CREATE TABLE ${table} (${columns})`);
    return table;
  }

  async function refusal(sql: string): Promise<DatabaseError> {
    const outcome: unknown = await gateway()
      .client.execute(sql)
      .catch((error: unknown) => error);
    if (!(outcome instanceof DatabaseError)) throw new Error(`${sql} was not refused`);
    return outcome;
  }

  it('tells the id and the count of what was inserted', async () => {
    const table = await createTable();
    const first = await gateway().client.execute(`INSERT INTO ${table} (value) VALUES (1), (2)`);
    expect(first).toMatchObject({ rowsAffected: 2, insertId: '1', rows: [] });
    const far = await gateway().client.execute(`INSERT INTO ${table} VALUES (9007199254740993, 3)`);
    expect(far.insertId).toBe('9007199254740993');
  });

  it('counts rows found rather than changed, as mysql2 does', async () => {
    const table = await createTable();
    await gateway().client.execute(`INSERT INTO ${table} (value) VALUES (1), (1), (2)`);
    const update = `UPDATE ${table} SET value = 1 WHERE value = 1`;
    expect((await gateway().client.execute(update)).rowsAffected).toBe(2);
    const direct = await createConnection(gateway().databaseUrl);
    const [{ affectedRows }] = await direct.query<ResultSetHeader>(update);
    await direct.end();
    expect(affectedRows).toBe(2);
    expect((await gateway().client.execute(`DELETE FROM ${table} WHERE value = 9`)).rowsAffected).toBe(0);
  });

  it('tells a duplicate key by code, number and state', async () => {
    const table = await createTable();
    await gateway().client.execute(`INSERT INTO ${table} VALUES (1, 1)`);
    const error = await refusal(`INSERT INTO ${table} VALUES (1, 1)`);
    expect(error.body.code).toBe('ALREADY_EXISTS');
    expect(error.message).toMatch(
      /code = AlreadyExists desc = Duplicate entry '1' .*\(errno 1062\) \(sqlstate 23000\)$/,
    );
  });

  it.each([
    { sql: 'SELEC 1', code: 'INVALID_ARGUMENT', errno: 1064 },
    { sql: 'SELECT * FROM nowhere', code: 'NOT_FOUND', errno: 1146 },
    { sql: 'SELECT nothing', code: 'NOT_FOUND', errno: 1054 },
    { sql: 'SELECT 1; SELECT 2', code: 'INVALID_ARGUMENT', errno: 1064 },
    { sql: 'SELECT (SELECT 1 UNION SELECT 2)', code: 'FAILED_PRECONDITION', errno: 1242 },
  ])('answers $sql with $code', async ({ sql, code, errno }) => {
    const error = await refusal(sql);
    expect(error.body.code).toBe(code);
    expect(error.message).toContain(`(errno ${errno})`);
  });

  it('is strict about values as PlanetScale is', async () => {
    const table = await createTable('id INT PRIMARY KEY, name VARCHAR(3) NOT NULL');
    expect((await refusal(`INSERT INTO ${table} VALUES (1, 'long')`)).message).toContain('(errno 1406)');
    expect((await refusal(`INSERT INTO ${table} VALUES (1, NULL)`)).message).toContain('(errno 1048)');
    expect((await refusal(`INSERT INTO ${table} (id) VALUES (1)`)).message).toContain('(errno 1364)');
  });

  it.each([
    'SET time_zone = "+05:00"',
    'USE mysql',
    "SELECT GET_LOCK('a', 1)",
    '/* note */ LOCK TABLES a READ',
  ])('refuses %s, which would change a connection that others use', async (sql) => {
    expect((await refusal(sql)).body.code).toBe('UNIMPLEMENTED');
  });

  it('stays usable after each kind of refusal', async () => {
    await Promise.all(Array.from({ length: 50 }, () => refusal('SELECT * FROM nowhere')));
    expect((await gateway().client.execute('SELECT 1 AS one')).size).toBe(1);
  });

  it('answers 50 callers at once, each with its own rows', async () => {
    const table = await createTable();
    const callers = Array.from({ length: 50 }, (_, caller) => caller);
    await Promise.all(
      callers.map((caller) => gateway().client.execute(`INSERT INTO ${table} (value) VALUES (?)`, [caller])),
    );
    const answers = await Promise.all(
      callers.map((caller) =>
        gateway().client.execute(`SELECT value FROM ${table} WHERE value = ?`, [caller]),
      ),
    );
    expect(answers.map(({ rows }) => rows)).toEqual(callers.map((value) => [{ value }]));
  });

  it('lets 50 callers share one connection', async () => {
    const connection = gateway().client.connection();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, value) => connection.execute('SELECT ? AS value', [String(value)])),
    );
    expect(answers.map(({ rows }) => rows)).toEqual(
      Array.from({ length: 50 }, (_, value) => [{ value: String(value) }]),
    );
  });

  it('counts one executed statement a round trip', async () => {
    const before = gateway().executed();
    await gateway().client.transaction((tx) => tx.execute('SELECT 1'));
    expect(gateway().executed() - before).toBe(3);
  });
});
