import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@planetscale/database';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll } from 'vitest';
import { startDatabaseServer } from '../database-server/start-database-server.ts';
import { property } from './session.ts';
import { startPlanetScaleGateway, type PlanetScaleGateway } from './start-planetscale-gateway.ts';

const cacheDirectory = join(import.meta.dirname, '../../../../.data/mariadb');
// vitest hands the environment on as `import.meta.env`.
const mysqlUrl = property(property(import.meta, 'env'), 'TEST_MYSQL_URL');

export interface TestDatabase {
  name: string;
  /** A running server. Without one, a private server is started. */
  serverUrl?: string;
}

/** The servers that every suite of the gateway runs on: MySQL too, where `TEST_MYSQL_URL` names one. */
export const testDatabases: TestDatabase[] = [
  { name: 'the private server' },
  ...(typeof mysqlUrl === 'string' && mysqlUrl ? [{ name: 'MySQL', serverUrl: mysqlUrl }] : []),
];

export interface TestGateway extends PlanetScaleGateway {
  databaseUrl: string;
  client: Client;
}

/** Starts a gateway over an empty database for the tests around it. */
export function useGateway(
  { serverUrl }: TestDatabase,
  options: { transactionTimeoutMs?: number } = {},
): () => TestGateway {
  const cleanUps: (() => Promise<unknown>)[] = [];
  let gateway: TestGateway | undefined;
  beforeAll(async () => {
    const database = await createDatabase(serverUrl ?? (await startServer(cleanUps)), cleanUps);
    const started = await startPlanetScaleGateway({
      databaseUrl: database,
      username: 'reader',
      password: 'gateway-secret',
      ...options,
    });
    cleanUps.push(started.stop);
    gateway = { ...started, databaseUrl: database, client: new Client({ url: started.url }) };
  }, 300_000);
  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }, 120_000);
  return () => {
    if (!gateway) throw new Error('The gateway has not started');
    return gateway;
  };
}

async function startServer(cleanUps: (() => Promise<unknown>)[]): Promise<string> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'resumint-test-'));
  cleanUps.push(() => rm(dataDirectory, { recursive: true, force: true }));
  const server = await startDatabaseServer({ dataDirectory, cacheDirectory, durable: false });
  cleanUps.push(server.stop);
  return server.url;
}

async function createDatabase(serverUrl: string, cleanUps: (() => Promise<unknown>)[]): Promise<string> {
  const name = `gateway_${crypto.randomUUID().replaceAll('-', '')}`;
  await runOn(serverUrl, `CREATE DATABASE ${name}`);
  cleanUps.push(() => runOn(serverUrl, `DROP DATABASE ${name}`));
  return new URL(`/${name}`, serverUrl).href;
}

async function runOn(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(sql);
  await connection.end();
}
