import { join } from 'node:path';
import { startDatabaseServer, type DatabaseServerOptions } from '@resumint/local-stack';
import mysql from 'mysql2/promise';
import { root } from '../run-command.ts';

const DATABASE = 'resumint';

export interface StartedDatabase {
  /** `mysql://`, with the product's database in it. */
  url: string;
  version: string;
  stop: () => Promise<void>;
}

/** A private server with a database for the product in it, empty at first. */
export async function startDatabase(
  options: Omit<DatabaseServerOptions, 'cacheDirectory'>,
): Promise<StartedDatabase> {
  const server = await startDatabaseServer({ ...options, cacheDirectory: join(root, '.data', 'mariadb') });
  const url = new URL(server.url);
  const connection = await mysql.createConnection(url.href);
  await connection.query(`create database if not exists ${DATABASE} character set utf8mb4`);
  await connection.end();
  url.pathname = DATABASE;
  return { url: url.href, version: server.version, stop: () => server.stop() };
}
