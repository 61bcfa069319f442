import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { findInstalledServer } from './find-server.ts';
import type { ServerProgram } from './server-program.ts';

/**
 * MySQL's own server program: one on the PATH, else the one that serves a URL, where it runs on this machine. Throws
 * when there is neither.
 */
export async function findMysqlProgram(runningUrl: string | undefined): Promise<ServerProgram> {
  const installed = await findInstalledServer('mysql');
  if (installed) return installed;
  if (runningUrl === undefined) {
    throw new Error('No MySQL found: no mysqld is on the PATH, and no URL of a running one was given.');
  }
  return programOf(await commandServing(runningUrl));
}

/** Reads a program and what it is launched by out of the command line of a server. */
function programOf(command: readonly string[]): ServerProgram {
  const at = command.findIndex((argument) => basename(argument) === 'mysqld');
  const executable = command[at];
  if (executable === undefined) throw new Error('The running server is no mysqld.');
  const basedir = command.find((argument) => argument.startsWith('--basedir='))?.split('=')[1];
  return {
    flavor: 'mysql',
    executable,
    installScript: '',
    launcher: command.slice(0, at),
    ...(basedir !== undefined && { basedir }),
  };
}

async function commandServing(url: string): Promise<string[]> {
  const connection = await createConnection({ uri: url, connectTimeout: 5_000 });
  try {
    const [[row]] = await connection.query<(RowDataPacket & { pidFile: string })[]>(
      'SELECT @@pid_file AS pidFile',
    );
    const pid = (await readFile(row?.pidFile ?? '', 'utf8')).trim();
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
  } catch (cause) {
    throw new Error('The program of the running MySQL cannot be found: it must run on this machine.', {
      cause,
    });
  } finally {
    await connection.end();
  }
}
