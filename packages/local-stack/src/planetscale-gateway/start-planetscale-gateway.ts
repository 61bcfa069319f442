import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { acquireConnection } from './acquire-connection.ts';
import { credentialsCheck } from './check-credentials.ts';
import { handleRequest } from './handle-request.ts';
import { holdTransactions } from './hold-transactions.ts';

const stopTimeoutMs = 5_000;
const noSuchThread = 1094;

export interface PlanetScaleGatewayOptions {
  /** `mysql://user:password@host:port/database` of any MySQL or MariaDB. */
  databaseUrl: string;
  /** Letters, digits and `-._~` only, as the client sends what a URL holds without decoding it. */
  username: string;
  password: string;
  /** A free port when left out. */
  port?: number;
  /** Waited before each request, to measure as if the database were far away. */
  latencyMs?: number;
  /** PlanetScale's own limit when left out: 20 s. */
  transactionTimeoutMs?: number;
  log?: (line: string) => void;
  /** Hears of every statement as it came, with its values. */
  onStatement?: (statement: string) => void;
}

export interface PlanetScaleGateway {
  /** With credentials, as the `url` of `@planetscale/database`. */
  url: string;
  /** How many statements have come in: each is one round trip of the client. */
  executed: () => number;
  stop: () => Promise<void>;
}

/** Serves PlanetScale's HTTP protocol on 127.0.0.1 in front of a database. Stopping rolls open transactions back. */
export async function startPlanetScaleGateway(
  options: PlanetScaleGatewayOptions,
): Promise<PlanetScaleGateway> {
  const { databaseUrl, username, password, port = 0, latencyMs = 0, log = () => {}, onStatement } = options;
  for (const credential of [username, password]) {
    if (!/^[\w.~-]+$/.test(credential)) {
      throw new Error('Gateway credentials may hold only letters, digits and -._~');
    }
  }
  const statements = openPool(databaseUrl, { connectionLimit: 24 });
  // Settings made in a transaction are reset before another session gets its connection.
  const held = openPool(databaseUrl, { connectionLimit: 40, resetOnRelease: true });
  const transactions = holdTransactions({
    pool: held,
    timeoutMs: options.transactionTimeoutMs ?? 20_000,
    kill: async (connection) => {
      try {
        await killConnection(statements, connection);
      } catch (error) {
        log(`A transaction’s connection could not be ended: ${String(error)}`);
      }
    },
  });
  let executed = 0;
  const context = {
    database: { name: new URL(databaseUrl).pathname.slice(1), statements, transactions },
    hasCredentials: credentialsCheck(username, password),
    latencyMs,
    log,
    count: (statement: string) => {
      executed += 1;
      onStatement?.(statement);
    },
  };
  const server = createServer((request, response) => void handleRequest(context, request, response));
  server.maxConnections = 1_000;
  const closePools = () => Promise.all([statements.promise().end(), held.promise().end()]);
  try {
    (await acquireConnection(statements)).release();
    const url = `http://${username}:${password}@127.0.0.1:${await listen(server, port)}`;
    const stop = async () => {
      await closeServer(server);
      await transactions.rollBackAll();
      await closePools();
    };
    let stopped: Promise<void> | undefined;
    return { url, executed: () => executed, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await closePools();
    throw error;
  }
}

function openPool(databaseUrl: string, limits: { connectionLimit: number; resetOnRelease?: boolean }): Pool {
  return createPool({
    uri: databaseUrl,
    ...limits,
    queueLimit: 1_000,
    connectTimeout: 10_000,
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
}

// A closed socket alone would not end a statement that waits for a lock.
async function killConnection(pool: Pool, { threadId }: PoolConnection): Promise<void> {
  try {
    await pool.promise().query(`KILL ${threadId}`);
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error && error.errno === noSuchThread)) throw error;
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gateway has no port');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), stopTimeoutMs);
  await closed;
  clearTimeout(timer);
}
