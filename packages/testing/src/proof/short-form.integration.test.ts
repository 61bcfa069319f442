import { join, resolve } from 'node:path';
import { BREACHES, formatReport, prove } from '@resumint/proof';
import { describe, expect, inject, it } from 'vitest';

const cacheDirectory = join(resolve(import.meta.dirname, '../../../..'), '.data', 'mariadb');
const SECONDS = 1_000;

describe.each(inject('servers'))('on $name', { timeout: 600 * SECONDS }, ({ name, url }) => {
  it('no limit is passed and no call lost, charged twice or left open, whatever is killed, cut or sent twice', async () => {
    const report = await prove({
      database: name,
      mysqlUrl: url,
      cacheDirectory,
      driver: 'mysql',
      combiner: 'both',
      seed: 20_261_122,
      operations: 840,
      people: 24,
      slots: 4,
      leastKills: 3,
    });
    expect(formatReport(report)).toContain('The limits held.');
    expect(BREACHES.filter((breach) => report[breach] > 0)).toEqual([]);
    expect(report).toMatchObject({ voidReasons: [], unexpectedErrors: 0 });
  });
});
