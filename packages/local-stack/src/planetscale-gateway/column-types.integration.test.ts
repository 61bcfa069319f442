import { describe, expect, it } from 'vitest';
import { testDatabases, useGateway } from './gateway-fixture.ts';

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const everyByteLiteral = `X'${Buffer.from(everyByte).toString('hex')}'`;

interface ColumnCase {
  column: string;
  literal: string;
  type: string;
  value: unknown;
}

const cases: ColumnCase[] = [
  { column: 'TINYINT', literal: '-128', type: 'INT8', value: -128 },
  { column: 'TINYINT UNSIGNED', literal: '255', type: 'UINT8', value: 255 },
  { column: 'BOOLEAN', literal: 'TRUE', type: 'INT8', value: 1 },
  { column: 'SMALLINT', literal: '-32768', type: 'INT16', value: -32_768 },
  { column: 'SMALLINT UNSIGNED', literal: '65535', type: 'UINT16', value: 65_535 },
  { column: 'MEDIUMINT', literal: '-8388608', type: 'INT24', value: -8_388_608 },
  { column: 'MEDIUMINT UNSIGNED', literal: '16777215', type: 'UINT24', value: 16_777_215 },
  { column: 'INT', literal: '-2147483648', type: 'INT32', value: -2_147_483_648 },
  { column: 'INT UNSIGNED', literal: '4294967295', type: 'UINT32', value: 4_294_967_295 },
  { column: 'BIGINT', literal: '-9223372036854775808', type: 'INT64', value: '-9223372036854775808' },
  { column: 'BIGINT', literal: '9007199254740993', type: 'INT64', value: '9007199254740993' },
  {
    column: 'BIGINT UNSIGNED',
    literal: '18446744073709551615',
    type: 'UINT64',
    value: '18446744073709551615',
  },
  { column: 'FLOAT', literal: '1.5', type: 'FLOAT32', value: 1.5 },
  { column: 'DOUBLE', literal: '0.1', type: 'FLOAT64', value: 0.1 },
  {
    column: 'DECIMAL(30,10)',
    literal: "'12345678901234567890.0123456789'",
    type: 'DECIMAL',
    value: '12345678901234567890.0123456789',
  },
  { column: 'DATE', literal: "'2026-02-28'", type: 'DATE', value: '2026-02-28' },
  {
    column: 'DATETIME(3)',
    literal: "'2026-03-29 02:30:00.123'",
    type: 'DATETIME',
    value: '2026-03-29 02:30:00.123',
  },
  {
    column: 'TIMESTAMP(6) NULL',
    literal: "'2026-03-29 02:30:00.123456'",
    type: 'TIMESTAMP',
    value: '2026-03-29 02:30:00.123456',
  },
  { column: 'TIME(3)', literal: "'-838:59:58.999'", type: 'TIME', value: '-838:59:58.999' },
  { column: 'YEAR', literal: '2026', type: 'YEAR', value: 2026 },
  { column: 'CHAR(5)', literal: "'né'", type: 'CHAR', value: 'né' },
  { column: 'VARCHAR(50)', literal: "'👩🏽‍💻 naïve 漢字'", type: 'VARCHAR', value: '👩🏽‍💻 naïve 漢字' },
  { column: 'VARCHAR(50)', literal: "''", type: 'VARCHAR', value: '' },
  {
    column: 'VARCHAR(50)',
    literal: "'line\\n\\'quoted\\' \\\\ \\0 end'",
    type: 'VARCHAR',
    value: "line\n'quoted' \\ \0 end",
  },
  {
    column: 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin',
    literal: "'op_Aa'",
    type: 'VARBINARY',
    value: 'op_Aa',
  },
  { column: 'CHAR(5) COLLATE utf8mb4_bin', literal: "'né'", type: 'BINARY', value: 'né' },
  { column: 'TEXT', literal: "'🎉'", type: 'TEXT', value: '🎉' },
  { column: 'MEDIUMTEXT', literal: "''", type: 'TEXT', value: '' },
  { column: 'LONGTEXT COLLATE utf8mb4_bin', literal: "'é'", type: 'BLOB', value: 'é' },
  { column: 'BINARY(4)', literal: "X'00FF80'", type: 'BINARY', value: Uint8Array.of(0, 255, 128, 0) },
  { column: 'VARBINARY(256)', literal: everyByteLiteral, type: 'VARBINARY', value: everyByte },
  { column: 'VARBINARY(256)', literal: "''", type: 'VARBINARY', value: new Uint8Array() },
  { column: 'BLOB', literal: everyByteLiteral, type: 'BLOB', value: everyByte },
  { column: 'LONGBLOB', literal: "X'F09F8E89'", type: 'BLOB', value: Uint8Array.of(0xf0, 0x9f, 0x8e, 0x89) },
  { column: 'BIT(10)', literal: "b'1000000001'", type: 'BIT', value: Uint8Array.of(2, 1) },
  { column: "ENUM('draft', 'sent')", literal: "'sent'", type: 'ENUM', value: 'sent' },
  { column: "SET('a', 'b')", literal: "'a,b'", type: 'SET', value: 'a,b' },
  {
    column: 'JSON',
    literal: `'{"é": [1, 2.5, null, "🎉", {"a": true}]}'`,
    type: 'JSON',
    value: { é: [1, 2.5, null, '🎉', { a: true }] },
  },
  { column: 'JSON', literal: `'"text"'`, type: 'JSON', value: 'text' },
];

describe.each(testDatabases)('column types over the gateway, on $name', (database) => {
  const gateway = useGateway(database);

  it.each(cases)('brings $column of $literal through unchanged', async ({ column, literal, type, value }) => {
    const { client } = gateway();
    const table = `t_${crypto.randomUUID().replaceAll('-', '')}`;
    await client.execute(`CREATE TABLE ${table} (id INT PRIMARY KEY, value ${column})`);
    await client.execute(`INSERT INTO ${table} VALUES (1, ${literal}), (2, NULL)`);
    const { rows, types } = await client.execute(`SELECT value FROM ${table} ORDER BY id`);
    expect(types).toEqual({ value: type });
    expect(rows).toEqual([{ value }, { value: null }]);
  });

  it('tells where a column comes from', async () => {
    const { client, databaseUrl } = gateway();
    await client.execute('CREATE TABLE origins (id INT PRIMARY KEY)');
    const { fields } = await client.execute('SELECT o.id AS number FROM origins o');
    expect(fields).toMatchObject([
      {
        name: 'number',
        orgName: 'id',
        table: 'o',
        orgTable: 'origins',
        database: new URL(databaseUrl).pathname.slice(1),
      },
    ]);
  });

  it('keeps columns of one name apart, and a NULL without a column', async () => {
    const { rows, types } = await gateway().client.execute("SELECT NULL AS a, 'x' AS b, '' AS b", null, {
      as: 'array',
    });
    expect(rows).toEqual([[null, 'x', '']]);
    expect(types['a']).toBe('NULL');
  });

  it('brings parameters of the client through unchanged', async () => {
    const { client } = gateway();
    await client.execute(
      'CREATE TABLE parameters (id INT PRIMARY KEY, words TEXT, bytes BLOB, at DATETIME(3))',
    );
    const words = '\'; DROP TABLE parameters; -- \\ " \n \0 🎉';
    await client.execute('INSERT INTO parameters VALUES (?, ?, ?, ?)', [
      1,
      words,
      Buffer.from(everyByte),
      '2026-01-02 03:04:05.678',
    ]);
    const { rows } = await client.execute('SELECT * FROM parameters WHERE words = :words', { words });
    expect(rows).toEqual([{ id: 1, words, bytes: everyByte, at: '2026-01-02 03:04:05.678' }]);
  });
});
