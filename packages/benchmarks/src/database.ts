import { connect, type Database } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { startDatabaseServer } from '@resumint/local-stack';
import mysql, { type Pool } from 'mysql2/promise';
import { startGateway } from './gateway.ts';

const CONNECTIONS = 64;

export interface BenchmarkDatabase {
  name: string;
  version: string;
  /** As the server says itself. */
  settings: Record<string, string>;
  directUrl: string;
  httpUrl: string;
  /** For statements beside the product: the floor and the peers. */
  pool: Pool;
  /** What a statement answers in its one row as `value`. */
  value: (statement: string) => Promise<unknown>;
  /** How many deadlocks the server has broken since it was started. */
  deadlocks: () => Promise<number>;
  open: (url: string, onStatement?: (statement: string) => void) => Promise<Database>;
  close: () => Promise<void>;
}

export interface ServerOptions {
  /** A server that runs already; a private one with durable settings when absent. */
  url: string | undefined;
  dataDirectory: string;
  cacheDirectory: string;
  /** Of the database. */
  name?: string;
}

/** An empty database with the product's tables, reached directly and through the gateway. */
export async function openDatabase(options: ServerOptions): Promise<BenchmarkDatabase> {
  const { name = 'resumint_benchmark' } = options;
  const server = options.url === undefined ? await startDatabaseServer(options) : null;
  const url = new URL(server?.url ?? options.url ?? '');
  const root = mysql.createPool({ uri: url.href, connectionLimit: 1 });
  await root.query(`drop database if exists ${name}`);
  await root.query(`create database ${name} character set utf8mb4`);
  url.pathname = name;
  await migrate(url.href);
  const gateway = await startGateway(url.href);
  const pool = mysql.createPool({ uri: url.href, connectionLimit: CONNECTIONS });
  const closers: (() => Promise<void>)[] = [];
  return {
    name,
    version: await variable(root, 'version'),
    settings: {
      innodb_flush_log_at_trx_commit: await variable(root, 'innodb_flush_log_at_trx_commit'),
      sync_binlog: await variable(root, 'sync_binlog'),
      log_bin: await variable(root, 'log_bin'),
      innodb_buffer_pool_size: await variable(root, 'innodb_buffer_pool_size'),
    },
    directUrl: url.href,
    httpUrl: gateway.url,
    pool,
    value: (statement) => firstValue(pool, statement),
    deadlocks: () => countDeadlocks(root),
    async open(target, onStatement) {
      const { db, close } = await connect(target, {
        poolSize: CONNECTIONS,
        timeoutMs: 60_000,
        ...(onStatement && { onStatement }),
      });
      closers.push(close);
      return db;
    },
    async close() {
      for (const close of closers) await close();
      await gateway.stop();
      await pool.end();
      await root.query(`drop database ${name}`);
      await root.end();
      await server?.stop();
    },
  };
}

async function variable(root: Pool, name: string): Promise<string> {
  return String(await firstValue(root, `select @@${name} as value`));
}

/** MariaDB counts them in its status, MySQL in a table of metrics. */
async function countDeadlocks(root: Pool): Promise<number> {
  const status = await firstValue(root, "show global status like 'Innodb_deadlocks'", 'Value');
  if (status !== undefined) return Number(status);
  return Number(
    await firstValue(
      root,
      "select count as value from information_schema.innodb_metrics where name = 'lock_deadlocks'",
    ),
  );
}

async function firstValue(root: Pool, statement: string, column = 'value'): Promise<unknown> {
  const [rows] = await root.query(statement);
  const found: unknown[] = Array.isArray(rows) ? rows : [];
  const [row] = found;
  return typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
}
