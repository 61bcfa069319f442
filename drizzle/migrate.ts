import { fileURLToPath } from 'node:url';
import { migrate as migrateMysql } from 'drizzle-orm/mysql2/migrator';
import { migrate as migratePlanetScale } from 'drizzle-orm/planetscale-serverless/migrator';
import { connectMysql } from './mysql.ts';
import { openNodeTransport } from './node-transport.ts';
import { connectPlanetScale } from './planetscale.ts';

const DDL_TIMEOUT_MS = 60_000;
const config = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) };

/** Brings a database to the newest schema. Runs on Node only: it reads the migration files. */
export async function migrate(url: string): Promise<void> {
  const options = { timeoutMs: DDL_TIMEOUT_MS, poolSize: 1 };
  if (new URL(url).protocol === 'mysql:') {
    const { db, close } = connectMysql(url, options);
    try {
      await migrateMysql(db, config);
    } finally {
      await close();
    }
  } else {
    const { db, close } = connectPlanetScale(url, options, openNodeTransport);
    try {
      await migratePlanetScale(db, config);
    } finally {
      await close();
    }
  }
}
