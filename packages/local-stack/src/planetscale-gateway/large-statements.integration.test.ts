import { describe, expect, it } from 'vitest';
import { testDatabases, useGateway } from './gateway-fixture.ts';

describe.each(testDatabases)('large statements over the gateway, on $name', (database) => {
  const gateway = useGateway(database);

  function numbers(count: number): string {
    const digits =
      '(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4)';
    const tables = Array.from({ length: 8 }, (_, index) => `${digits} t${index}`);
    const sum = tables.map((_, index) => `t${index}.d * ${5 ** index}`).join(' + ');
    return `SELECT ${sum} AS n, REPEAT('é', 50) AS text FROM ${tables.join(', ')} LIMIT ${count}`;
  }

  it('brings 20 000 rows through', async () => {
    const { rows } = await gateway().client.execute<{ n: string; text: string }>(numbers(20_000));
    expect(rows).toHaveLength(20_000);
    expect(new Set(rows.map(({ n }) => n)).size).toBe(20_000);
    expect(rows.every(({ text }) => text === 'é'.repeat(50))).toBe(true);
  });

  it('refuses more than 100 000 rows and stays usable', async () => {
    await expect(gateway().client.execute(numbers(100_001))).rejects.toMatchObject({
      body: { code: 'ABORTED' },
    });
    expect((await gateway().client.execute('SELECT 1 AS one')).size).toBe(1);
  });

  it('brings a value of 4 MB in and out', async () => {
    const { client } = gateway();
    await client.execute('CREATE TABLE documents (id INT PRIMARY KEY, body LONGTEXT)');
    const body = 'naïve 🎉 '.repeat(350_000);
    await client.execute('INSERT INTO documents VALUES (1, ?)', [body]);
    const { rows } = await client.execute<{ body: string }>('SELECT body FROM documents');
    expect(rows[0]?.body === body).toBe(true);
  });
});
