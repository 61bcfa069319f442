import { randomBytes } from 'node:crypto';
import { connect, type Connection, type ConnectOptions } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { startPlanetScaleGateway, type PlanetScaleGateway } from '@resumint/local-stack';
import { addPrices, OPENAI_PRICES } from '@resumint/metering';
import mysql from 'mysql2/promise';
import { inject } from 'vitest';
import type { TestServer } from './global-setup.ts';

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
  /** Opens a connection of its own, closed with the database. */
  open(options?: ConnectOptions): Promise<Connection>;
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
  const gateway = driver === 'http' ? await openGateway(directUrl.href) : null;
  const url = gateway?.url ?? directUrl.href;

  const connections: Connection[] = [];
  const open = async (options?: ConnectOptions) => {
    const connection = await connect(url, options);
    connections.push(connection);
    return connection;
  };
  const { db } = await open();
  await addPrices(db, OPENAI_PRICES);
  return {
    url,
    open,
    roundTrips: () => gateway?.executed() ?? null,
    async drop() {
      await Promise.all(connections.map(({ close }) => close()));
      await gateway?.stop();
      await run(server.url, `drop database ${name}`);
    },
  };
}

function openGateway(databaseUrl: string): Promise<PlanetScaleGateway> {
  const [username, password] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')];
  return startPlanetScaleGateway({ databaseUrl, username, password });
}

async function run(url: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  await connection.query(statement);
  await connection.end();
}
