import { randomBytes } from 'node:crypto';
import { connect, type Connection } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { startPlanetScaleGateway } from '@resumint/local-stack';
import { addPrices, OPENAI_PRICES } from '@resumint/metering';
import mysql from 'mysql2/promise';
import { startDisturbingProxy, type ConnectionFault, type DisturbingProxy } from './disturbing-proxy.ts';

export type Driver = 'mysql' | 'http';

/** A database for one pass, with the way to it on which connections fail, and one on which they do not. */
export interface ProofDatabase {
  /** For the processes of the run. */
  disturbedUrl: string;
  /** Straight to the server, for preparing and checking. */
  direct: Connection;
  proxy: DisturbingProxy;
  close(): Promise<void>;
}

export async function openDatabase(
  { serverUrl, name, driver }: { serverUrl: string; name: string; driver: Driver },
  onFault: (operationId: string, kind: ConnectionFault['kind']) => void,
): Promise<ProofDatabase> {
  const connection = await mysql.createConnection(serverUrl);
  await connection.query(`create database ${name} character set utf8mb4`);
  await connection.end();
  const url = new URL(serverUrl);
  url.pathname = name;
  await migrate(url.href);
  const direct = await connect(url.href, { poolSize: 4, timeoutMs: 60_000 });
  await addPrices(direct.db, OPENAI_PRICES);

  const credentials = { username: 'proof', password: randomBytes(16).toString('hex') };
  const gateway =
    driver === 'http' ? await startPlanetScaleGateway({ databaseUrl: url.href, ...credentials }) : null;
  const target = new URL(gateway?.url ?? url.href);
  const proxy = await startDisturbingProxy(Number(target.port), onFault);
  target.port = String(proxy.port);
  return {
    disturbedUrl: target.href.replace(/\/$/, ''),
    direct,
    proxy,
    async close() {
      await proxy.stop();
      await gateway?.stop();
      await direct.close();
    },
  };
}
