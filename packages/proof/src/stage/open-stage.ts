import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundleProgram,
  findMysqlProgram,
  startDatabaseServer,
  type DatabaseServer,
} from '@resumint/local-stack';

export interface StageOptions {
  database: 'mariadb' | 'mysql';
  /** Of a MySQL that runs on this machine, to take its program where none is on the PATH. */
  mysqlUrl?: string | undefined;
  cacheDirectory: string;
}

/** What runs share: a server that can be killed and started again on the same data and port, and their program. */
export interface Stage {
  version: string;
  url: string;
  /** The worker in one module, since a process is started for each that is killed. */
  workerProgram: string;
  killServer(): Promise<void>;
  restartServer(): Promise<void>;
  close(): Promise<void>;
}

const WORKER = fileURLToPath(new URL('../worker/worker.ts', import.meta.url));

/** Starts a durable server on data of its own, which is gone when the stage is closed. */
export async function openStage({ database, mysqlUrl, cacheDirectory }: StageOptions): Promise<Stage> {
  const program = database === 'mysql' ? await findMysqlProgram(mysqlUrl) : undefined;
  const directory = await mkdtemp(join(tmpdir(), 'resumint-proof-'));
  const dataDirectory = join(directory, 'data');
  const workerProgram = join(directory, 'worker.mjs');
  await bundleProgram(WORKER, workerProgram);
  const options = { dataDirectory, cacheDirectory, durable: true, ...(program && { program }) };
  let server: DatabaseServer = await startDatabaseServer(options);
  const { url, version } = server;
  return {
    url,
    version,
    workerProgram,
    killServer: () => server.kill(),
    async restartServer() {
      server = await startDatabaseServer({ ...options, port: Number(new URL(url).port) });
    },
    async close() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
