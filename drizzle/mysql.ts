import { drizzle } from 'drizzle-orm/mysql2';
import mysql from 'mysql2';
import type { ExecuteValues, Pool, PoolConnection, QueryOptions, QueryValues } from 'mysql2/promise';
import { DEFAULT_TIMEOUT_MS, statementLogger, type ConnectOptions, type Connection } from './connection.ts';

/** A pool of connections to a MySQL or MariaDB server, for Node. */
export function connectMysql(url: string, options: ConnectOptions = {}) {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const pool = mysql
    .createPool({
      uri: url,
      connectionLimit: options.poolSize ?? 16,
      queueLimit: 10_000,
      connectTimeout: timeoutMs,
      supportBigNumbers: true,
      bigNumberStrings: true,
      timezone: 'Z',
      // For each connection; a server keeps 16 000 in all.
      maxPreparedStatements: 200,
      // Stack traces of callers cost more than a query; Drizzle names the statement in its own error.
      trace: false,
    })
    .promise();
  return {
    db: drizzle({ client: prepareQueries(pool, timeoutMs), logger: statementLogger(options) }),
    close: () => pool.end(),
  } satisfies Connection;
}

/**
 * Sends what Drizzle queries as prepared statements, which a server parses once for each connection. mysql2 takes a time
 * limit with each query and none for the pool; Drizzle passes each query as an object.
 */
function prepareQueries(pool: Pool, timeoutMs: number): Pool {
  return new Proxy(pool, {
    get(target, property) {
      if (property === 'query') {
        return (statement: QueryOptions, values: ExecuteValues) =>
          target.execute({ ...statement, timeout: timeoutMs }, values);
      }
      // A transaction has a connection of its own.
      if (property === 'getConnection') {
        return async () => limitQueries(await target.getConnection(), timeoutMs);
      }
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** In a transaction statements are sent as they are: its begin and its end cannot be prepared. */
function limitQueries(connection: PoolConnection, timeoutMs: number): PoolConnection {
  return new Proxy(connection, {
    get(target, property) {
      if (property === 'query') {
        return (statement: QueryOptions, values: QueryValues) =>
          target.query({ ...statement, timeout: timeoutMs }, values);
      }
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
