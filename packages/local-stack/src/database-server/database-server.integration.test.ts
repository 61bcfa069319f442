import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTimeOf } from './inspect-process.ts';
import { runCommand } from './run-command.ts';
import { startDatabaseServer, type DatabaseServer } from './start-database-server.ts';

const cacheDirectory = join(import.meta.dirname, '../../../../.data/mariadb');
const unpackTimeoutMs = 300_000;

describe('startDatabaseServer', { timeout: unpackTimeoutMs }, () => {
  let dataDirectory = '';
  let cleanUps: (() => unknown)[] = [];
  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'resumint-server-'));
    cleanUps = [() => rm(dataDirectory, { recursive: true, force: true })];
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.toReversed()) await cleanUp();
  });

  async function start(): Promise<DatabaseServer> {
    const server = await startDatabaseServer({ dataDirectory, cacheDirectory, durable: false });
    cleanUps.push(server.stop);
    return server;
  }

  /** Starts the server from a process of its own, which can be killed. */
  async function startInChild(): Promise<{ owner: ChildProcess; url: string; serverPid: number }> {
    const module = JSON.stringify(new URL('start-database-server.ts', import.meta.url).href);
    const options = JSON.stringify({ dataDirectory, cacheDirectory, durable: true });
    const code = `const { startDatabaseServer } = await import(${module});
      console.log((await startDatabaseServer(${options})).url);`;
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    cleanUps.push(() => owner.kill('SIGKILL'));
    const lines = createInterface(owner.stdout)[Symbol.asyncIterator]();
    const { value: url, done } = await lines.next();
    if (done) throw new Error('The server did not start in the child');
    return { owner, url, serverPid: await readServerPid(dataDirectory) };
  }

  it('keeps data and password from one run to the next', async () => {
    const first = await start();
    await query(first.url, 'CREATE DATABASE kept');
    await query(first.url, 'CREATE TABLE kept.notes (id INT PRIMARY KEY)');
    await query(first.url, 'INSERT INTO kept.notes VALUES (7)');
    await first.stop();
    const second = await start();
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    expect(await query(second.url, 'SELECT id FROM kept.notes')).toEqual([{ id: 7 }]);
  });

  it("leaves another server's temporary tables alone", async () => {
    const name = '#sql-temptable-1-1-1';
    const others = ['MAI', 'MAD', 'frm'].map((extension) => join(tmpdir(), `${name}.${extension}`));
    for (const path of others) {
      await writeFile(path, '');
      cleanUps.push(() => rm(path, { force: true }));
    }
    await start();
    expect(others.filter((path) => existsSync(path))).toEqual(others);
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url, socketPath } = await start();
    const { mode } = await stat(join(dataDirectory, 'root-password'));
    expect(mode & 0o777).toBe(0o600);
    const { port } = new URL(url);
    for (const place of [{ host: '127.0.0.1', port: Number(port) }, { socketPath }]) {
      for (const user of ['root', '', 'mysql']) {
        await expect(createConnection({ ...place, user, password: '' })).rejects.toThrow(/denied/i);
      }
    }
  });

  it('speaks UTC, utf8mb4 and strict SQL, on loopback alone', async () => {
    const { url } = await start();
    const [settings] = await query(
      url,
      `SELECT @@bind_address AS address, @@time_zone AS zone, @@character_set_server AS charset, @@sql_mode AS mode`,
    );
    expect(settings).toMatchObject({ address: '127.0.0.1', zone: '+00:00', charset: 'utf8mb4' });
    expect(settings?.['mode']).toMatch(/ONLY_FULL_GROUP_BY.*STRICT_TRANS_TABLES/);
  });

  it('refuses a data directory that a living process uses', async () => {
    const { url } = await start();
    await expect(startDatabaseServer({ dataDirectory, cacheDirectory })).rejects.toThrow(/in use/);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('can be stopped twice, and after its server was killed', async () => {
    const { stop } = await start();
    process.kill(await readServerPid(dataDirectory), 'SIGKILL');
    await Promise.all([stop(), stop()]);
    await expect(stop()).resolves.toBeUndefined();
  });

  it('has what was committed when the server was killed', async () => {
    const first = await start();
    await fillTable(first.url);
    process.kill(await readServerPid(dataDirectory), 'SIGKILL');
    await first.stop();
    const second = await start();
    expect(await countRows(second.url)).toBe(1_000);
  });

  it('leaves no server behind when the process that started it is killed', async () => {
    const { owner, url, serverPid } = await startInChild();
    await fillTable(url);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await expectToEnd(serverPid);
    expect(await countRows((await start()).url)).toBe(1_000);
  });

  it('has what was committed when everything was killed at once', async () => {
    const { owner, url, serverPid } = await startInChild();
    await fillTable(url);
    const { id } = await processGroupOf(serverPid);
    process.kill(-id, 'SIGKILL');
    owner.kill('SIGKILL');
    await expectToEnd(serverPid);
    expect(await countRows((await start()).url)).toBe(1_000);
  });

  it('takes over from a server that was left running', async () => {
    const { owner, url, serverPid } = await startInChild();
    await fillTable(url);
    const { members } = await processGroupOf(serverPid);
    for (const pid of members) if (pid !== serverPid) process.kill(pid, 'SIGKILL');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(await startTimeOf(serverPid)).toBeDefined();
    const { url: newUrl } = await start();
    expect(await startTimeOf(serverPid)).toBeUndefined();
    expect(await countRows(newUrl)).toBe(1_000);
  });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return Array.isArray(rows) ? rows.map((row) => ({ ...row })) : [];
  } finally {
    await connection.end();
  }
}

async function fillTable(url: string): Promise<void> {
  await query(url, 'CREATE DATABASE filled');
  await query(url, 'CREATE TABLE filled.numbers (n INT PRIMARY KEY)');
  const values = Array.from({ length: 1_000 }, (_, n) => `(${n})`);
  await query(url, `INSERT INTO filled.numbers VALUES ${values.join(',')}`);
}

async function countRows(url: string): Promise<unknown> {
  const [row] = await query(url, 'SELECT COUNT(*) AS count FROM filled.numbers');
  return row?.['count'];
}

async function readServerPid(dataDirectory: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDirectory, 'server.pid'), 'utf8'), 10);
}

/** The server’s process group: the shell that supervises it leads it. */
async function processGroupOf(pid: number): Promise<{ id: number; members: number[] }> {
  const listing = await runCommand('ps', ['-e', '-o', 'pid=,pgid='], { timeoutMs: 20_000 });
  const processes = listing
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const id = processes.find(([each]) => each === pid)?.[1];
  if (id === undefined) throw new Error(`There is no process ${pid}`);
  return {
    id,
    members: processes.flatMap(([each, group]) => (each !== undefined && group === id ? [each] : [])),
  };
}

async function expectToEnd(pid: number): Promise<void> {
  await expect.poll(() => startTimeOf(pid), { timeout: 60_000, interval: 20 }).toBeUndefined();
}
