import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startDatabaseServer } from '@resumint/local-stack';
import type { TestProject } from 'vitest/node';
import { checkRecorded } from './statements/check-recorded.ts';

/** A server that tests run on, by the URL of an account that may create databases. */
export interface TestServer {
  name: 'mariadb' | 'mysql';
  url: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServer[];
    /** Where the worker's configuration is, and what it was built into for this run. */
    edgeDirectory: string;
    /** Where each process of the run writes the statements that the product sent. */
    statementsDirectory: string;
  }
}

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * Starts a private server for the tests of a project, and builds the worker. `TEST_MYSQL_URL` names a second server that
 * runs already. When the tests are done, every statement that the product sent in them is checked: one that names no user
 * fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDatabaseServer({
    dataDirectory: join(ROOT, '.data', `test-database-${project.name}`),
    cacheDirectory: join(ROOT, '.data', 'mariadb'),
    durable: false,
  });
  const edgeDirectory = join(ROOT, 'apps/edge');
  await promisify(execFile)(process.execPath, [join(edgeDirectory, 'build.ts')]);
  project.provide('edgeDirectory', edgeDirectory);
  const statementsDirectory = await mkdtemp(join(tmpdir(), 'resumint-statements-'));
  project.provide('statementsDirectory', statementsDirectory);
  const second = process.env.TEST_MYSQL_URL;
  project.provide('servers', [
    { name: 'mariadb', url: server.url },
    ...(second ? [{ name: 'mysql' as const, url: second }] : []),
  ]);
  return async () => {
    await server.stop();
    try {
      const checked = await checkRecorded(statementsDirectory);
      console.log(`${checked} distinct statements of the product were checked: each names one user.`);
    } finally {
      await rm(statementsDirectory, { recursive: true });
    }
  };
}
