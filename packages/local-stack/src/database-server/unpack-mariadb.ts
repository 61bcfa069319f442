import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { ServerProgram } from './server-program.ts';
import { libraryFolders, unpackDebianPackages } from './unpack-debian-packages.ts';

const packages = ['mariadb-server-core', 'mariadb-client-core'];
const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Debian's or Ubuntu's MariaDB, unpacked into the cache where it is not there yet. */
export async function unpackMariaDb(
  cacheDirectory: string,
  log: (line: string) => void,
): Promise<ServerProgram> {
  const root = await unpackDebianPackages({
    packages,
    cacheDirectory,
    begin: () => log('Unpacking MariaDB from the distribution’s packages (once, about 60 MB)'),
    complete: async (unpacked) => refuseMissingLibraries(await unpackedServer(unpacked)),
  });
  return unpackedServer(root);
}

async function unpackedServer(root: string): Promise<ServerProgram> {
  const libraries = await libraryFolders(root);
  return {
    flavor: 'mariadb',
    executable: join(root, 'usr/sbin/mariadbd'),
    installScript: join(root, 'usr/bin/mariadb-install-db'),
    basedir: join(root, 'usr'),
    env: { PATH: systemPath, LC_ALL: 'C', LD_LIBRARY_PATH: libraries.join(':') },
  };
}

async function refuseMissingLibraries({ executable, env }: ServerProgram): Promise<void> {
  const linked = await runCommand('ldd', [executable], { timeoutMs: 20_000, ...(env && { env }) });
  const missing = linked.split('\n').filter((line) => line.includes('not found'));
  if (missing.length > 0) throw new Error(`The unpacked server misses libraries: ${missing.join('; ')}`);
}
