import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatReport, prove } from '@resumint/proof';
import { z } from 'zod';
import { root } from './run-command.ts';

const LARGEST_SEED = 2 ** 31;

const Options = z.object({
  database: z.enum(['mariadb', 'mysql']).default('mariadb'),
  driver: z.enum(['mysql', 'http']).default('mysql'),
  operations: z.coerce.number().int().min(100).max(10_000_000).default(100_000),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .default(() => randomInt(LARGEST_SEED)),
  combiner: z.enum(['on', 'off', 'both']).default('both'),
  json: z.boolean().default(false),
});

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    driver: { type: 'string' },
    operations: { type: 'string' },
    seed: { type: 'string' },
    combiner: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const { json, ...options } = Options.parse(values);
const report = await prove({
  ...options,
  mysqlUrl: process.env.TEST_MYSQL_URL,
  cacheDirectory: join(root, '.data', 'mariadb'),
  log: (line) => console.error(line),
});
console.log(json ? JSON.stringify(report) : formatReport(report));
process.exitCode = report.breached || report.void ? 1 : 0;
