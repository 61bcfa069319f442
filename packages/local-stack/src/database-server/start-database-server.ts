import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { acquireLock, LockHeldError } from './acquire-lock.ts';
import { chooseSocketPath } from './choose-socket-path.ts';
import { findFreePort } from './find-free-port.ts';
import { findServer } from './find-server.ts';
import { initializeDataDirectory } from './initialize-data-directory.ts';
import { accountStatements, readOrCreatePassword } from './root-password.ts';
import { serverArguments } from './server-arguments.ts';
import type { ServerProgram } from './server-program.ts';
import { findServerProcess, stopStaleServer } from './stop-stale-server.ts';
import { supervise, type Supervised } from './supervise.ts';
import { waitUntilReady } from './wait-until-ready.ts';

const attempts = 3;
const stopTimeoutMs = 60_000;

export interface DatabaseServerOptions {
  /** Holds the data, the root password and the log. Created when it is missing. */
  dataDirectory: string;
  /** Where a server is unpacked when none is installed. Can be shared by many data directories. */
  cacheDirectory: string;
  log?: (line: string) => void;
  /** The program to run, in place of one that is installed or unpacked. */
  program?: ServerProgram;
  /** Any free port when left out. */
  port?: number;
  /** `false` trades safety from a loss of power for speed: for tests. */
  durable?: boolean;
}

export interface DatabaseServer {
  url: string;
  socketPath: string;
  version: string;
  stop: () => Promise<void>;
  /** Kills the server as a crash would, and leaves its data directory to the next start. */
  kill: () => Promise<void>;
}

/**
 * Starts a private MariaDB or MySQL on a free port of 127.0.0.1. It ends with this process, however that ends. A server
 * left over on the same data directory is ended first; a data directory in use by a living process is refused.
 */
export async function startDatabaseServer(options: DatabaseServerOptions): Promise<DatabaseServer> {
  const { durable = true, log = () => {} } = options;
  const dataDirectory = resolve(options.dataDirectory);
  const program = options.program ?? (await findServer(resolve(options.cacheDirectory), log));
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const release = await lockDataDirectory(dataDirectory);
  try {
    const files = filesIn(dataDirectory);
    await stopStaleServer(files);
    await mkdir(files.temporaryFolder, { recursive: true, mode: 0o700 });
    await initializeDataDirectory(program, { ...files, durable });
    const password = await readOrCreatePassword(files.passwordFile);
    await writeFile(files.initFile, accountStatements(password), { mode: 0o600 });
    const { port } = options;
    const started = await startOnPort(program, files, { password, durable, port });
    log(`Database server ${started.version} listens on 127.0.0.1`);
    const stop = stopOnce(started.stop, release);
    return { ...started, stop, kill: () => killServer(files, stop) };
  } catch (error) {
    await release();
    throw error;
  }
}

type Files = ReturnType<typeof filesIn>;

function filesIn(dataDirectory: string) {
  return {
    folder: dataDirectory,
    dataFolder: join(dataDirectory, 'data'),
    // A server that starts removes the temporary tables that it finds, so no two may share their folder.
    temporaryFolder: join(dataDirectory, 'tmp'),
    passwordFile: join(dataDirectory, 'root-password'),
    initFile: join(dataDirectory, 'accounts.sql'),
    pidFile: join(dataDirectory, 'server.pid'),
    logFile: join(dataDirectory, 'server.log'),
  };
}

async function lockDataDirectory(dataDirectory: string): Promise<() => Promise<void>> {
  try {
    return await acquireLock(join(dataDirectory, 'lock'), { waitMs: 0 });
  } catch (cause) {
    if (!(cause instanceof LockHeldError)) throw cause;
    throw new Error(`${dataDirectory} is in use by the running process ${cause.pid}. Stop it first.`, {
      cause,
    });
  }
}

async function startOnPort(
  program: ServerProgram,
  files: Files,
  { password, durable, port: wantedPort }: { password: string; durable: boolean; port: number | undefined },
): Promise<Omit<DatabaseServer, 'kill'>> {
  const socketPath = await chooseSocketPath(files.folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await findFreePort());
    const url = `mysql://root:${password}@127.0.0.1:${port}`;
    await writeFile(files.logFile, '', { mode: 0o600 });
    const server = await supervise(
      program,
      serverArguments(program, { ...files, socketPath, port, durable }),
      files.logFile,
    );
    const stop = () => stopServer(server, files, socketPath);
    try {
      return { url, socketPath, version: await waitUntilReady(url, server), stop };
    } catch (cause) {
      await stop();
      const log = await readFile(files.logFile, 'utf8');
      if (attempt < attempts && /address already in use/i.test(log)) continue;
      throw new Error(`The database server did not start:\n${log.slice(-2_000)}`, { cause });
    }
  }
}

async function stopServer(server: Supervised, files: Files, socketPath: string): Promise<void> {
  server.close();
  const overdue = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    // The supervising shell waits for the server, so it ends with it.
    findServerProcess(files)
      .then((pid) => pid !== undefined && process.kill(pid, 'SIGKILL'))
      .catch(overdue.reject);
  }, stopTimeoutMs);
  try {
    await Promise.race([server.exited, overdue.promise]);
  } finally {
    clearTimeout(timer);
  }
  if (dirname(socketPath) !== files.folder) await rm(dirname(socketPath), { recursive: true, force: true });
}

async function killServer(files: Files, stop: () => Promise<void>): Promise<void> {
  const pid = await findServerProcess(files);
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await stop();
}

function stopOnce(stop: () => Promise<void>, release: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= stopAndRelease());

  async function stopAndRelease(): Promise<void> {
    try {
      await stop();
    } finally {
      await release();
    }
  }
}
