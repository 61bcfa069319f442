import { drizzle } from 'drizzle-orm/mysql2';
import mysql from 'mysql2';
import type { Pool, QueryOptions, QueryValues } from 'mysql2/promise';
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
      // Stack traces of callers cost more than a query; Drizzle names the statement in its own error.
      trace: false,
    })
    .promise();
  return {
    db: drizzle({ client: limitQueries(pool, timeoutMs), logger: statementLogger(options) }),
    close: () => pool.end(),
  } satisfies Connection;
}

/** mysql2 takes a time limit with each query and none for the pool; Drizzle passes each query as an object. */
function limitQueries(pool: Pool, timeoutMs: number): Pool {
  return new Proxy(pool, {
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
