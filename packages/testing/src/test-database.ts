import { randomBytes } from 'node:crypto';
import { connect, type Connection, type ConnectOptions, type Database } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { startPlanetScaleGateway, type PlanetScaleGateway } from '@resumint/local-stack';
import { addPrices, OPENAI_PRICES } from '@resumint/metering';
import mysql from 'mysql2/promise';
import { inject } from 'vitest';
import type { TestServer } from './global-setup.ts';
import { SET_CLOCK } from './set-clock.ts';
import { recordStatements } from './statements/record-statements.ts';
import { withoutValues } from './statements/without-values.ts';

export type Driver = 'mysql' | 'http';

/** One of the servers and drivers that the product runs on. */
export interface Platform {
  server: TestServer;
  driver: Driver;
}

/** Every server of this run with either driver, for `describe.each`. */
export function platforms(): Platform[] {
  return inject('servers').flatMap((server) => [
    { server, driver: 'mysql' as const },
    { server, driver: 'http' as const },
  ]);
}

/** The one platform of tests that do not depend on it. */
export function anyPlatform(): Platform {
  const [first] = platforms();
  if (!first) throw new Error('the global setup provided no server');
  return first;
}

/** The one platform of tests at the edge, which speaks HTTP alone. */
export function edgePlatform(): Platform {
  return { ...anyPlatform(), driver: 'http' };
}

export interface TestDatabase {
  /** As the chosen driver takes it. */
  url: string;
  /** Opens a connection of the product's own, whose statements are recorded. Closed with the database. */
  open(options?: ConnectOptions): Promise<Connection>;
  /** Records a statement of the product that was sent past `open`. */
  record: (statement: string) => void;
  /** For what a test does to the database, and no product would: straight to the server, and not recorded. */
  direct: Database;
  /** Statements that came over HTTP, each a round trip; null for the driver that does not speak it. */
  roundTrips(): number | null;
  drop(): Promise<void>;
}

/** A database of its own, migrated and with prices, behind the gateway where the driver is HTTP. */
export async function createTestDatabase({ server, driver }: Platform): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(server.url, `create database ${name} character set utf8mb4`);
  const directUrl = new URL(server.url);
  directUrl.pathname = name;
  await migrate(directUrl.href);
  const recordAny = recordStatements(inject('statementsDirectory'));
  const record = (statement: string) => {
    if (statement !== SET_CLOCK) recordAny(statement);
  };
  const gateway =
    driver === 'http'
      ? await openGateway(directUrl.href, (statement) => record(withoutValues(statement)))
      : null;
  const url = gateway?.url ?? directUrl.href;

  const direct = await connect(directUrl.href, { poolSize: 1 });
  const connections = [direct];
  const open = async ({ onStatement, ...options }: ConnectOptions = {}) => {
    const connection = await connect(url, {
      ...options,
      onStatement: (statement) => {
        record(statement);
        onStatement?.(statement);
      },
    });
    connections.push(connection);
    return connection;
  };
  await addPrices(direct.db, OPENAI_PRICES);
  return {
    url,
    open,
    record,
    direct: direct.db,
    roundTrips: () => gateway?.executed() ?? null,
    async drop() {
      await Promise.all(connections.map(({ close }) => close()));
      await gateway?.stop();
      await run(server.url, `drop database ${name}`);
    },
  };
}

function openGateway(
  databaseUrl: string,
  onStatement: (statement: string) => void,
): Promise<PlanetScaleGateway> {
  const [username, password] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')];
  return startPlanetScaleGateway({ databaseUrl, username, password, onStatement });
}

async function run(url: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  await connection.query(statement);
  await connection.end();
}
