import { runIfPresent } from './run-command.ts';
import type { ServerProgram } from './server-program.ts';
import { canUnpackDebianPackages } from './unpack-debian-packages.ts';
import { unpackMariaDb } from './unpack-mariadb.ts';

// An ordinary user's PATH on Debian leaves out /usr/sbin, where its packages put the server.
const candidates = ['mariadbd', 'mysqld', '/usr/sbin/mariadbd', '/usr/sbin/mysqld'];

/** Finds a database server to run: one that is installed, else Debian's packages unpacked into the cache. */
export async function findServer(
  cacheDirectory: string,
  log: (line: string) => void,
): Promise<ServerProgram> {
  const installed = await findInstalledServer();
  if (installed) return installed;
  if (await canUnpackDebianPackages()) return unpackMariaDb(cacheDirectory, log);
  throw new Error(howToInstall(process.platform));
}

/** A server of this flavor, or of any, that is on the PATH. */
export async function findInstalledServer(
  wanted?: ServerProgram['flavor'],
): Promise<ServerProgram | undefined> {
  for (const executable of candidates) {
    const version = await runIfPresent(executable, ['--no-defaults', '--version'], { timeoutMs: 20_000 });
    if (version === undefined) continue;
    // Many systems install MariaDB under MySQL's name too.
    const flavor = /mariadb/i.test(version) ? 'mariadb' : 'mysql';
    if (wanted !== undefined && flavor !== wanted) continue;
    return { flavor, executable, installScript: 'mariadb-install-db' };
  }
  return undefined;
}

export function howToInstall(platform: NodeJS.Platform): string {
  const remedy =
    platform === 'darwin'
      ? 'Install one with: brew install mariadb'
      : 'Run one with: docker run --detach --publish 127.0.0.1:3306:3306 --env MARIADB_ROOT_PASSWORD=resumint ' +
        '--env MARIADB_DATABASE=resumint mariadb:11.8\n' +
        'and set DATABASE_URL=mysql://root:resumint@127.0.0.1:3306/resumint';
  return `No database server found: neither mariadbd nor mysqld is on the PATH. ${remedy}`;
}
