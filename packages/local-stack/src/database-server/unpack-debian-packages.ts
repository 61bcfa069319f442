import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireLock } from './acquire-lock.ts';
import { downloadDebianPackages } from './download-debian-packages.ts';
import { hasCode, runCommand, runIfPresent } from './run-command.ts';
import type { ServerProgram } from './server-program.ts';

const packageNames = ['mariadb-server-core', 'mariadb-client-core'];
const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const lockWaitMs = 10 * 60_000;

export async function canUnpackDebianPackages(): Promise<boolean> {
  const asked = ['apt-get', 'apt-cache', 'dpkg-deb'].map((tool) =>
    runIfPresent(tool, ['--version'], { timeoutMs: 20_000 }),
  );
  return (await Promise.all(asked)).every((version) => version !== undefined);
}

/**
 * Unpacks Debian's or Ubuntu's MariaDB into the cache without installing it, so without root. A folder appears
 * under its final name only when it is complete: an install that was killed is done again.
 */
export async function unpackDebianPackages(
  cacheDirectory: string,
  log: (line: string) => void,
): Promise<ServerProgram> {
  const root = join(cacheDirectory, 'unpacked');
  if (await isThere(root)) return unpackedServer(root);
  await mkdir(cacheDirectory, { recursive: true });
  const release = await acquireLock(join(cacheDirectory, 'lock'), { waitMs: lockWaitMs });
  try {
    if (!(await isThere(root))) {
      log('Unpacking MariaDB from the distribution’s packages (once, about 60 MB)');
      await unpackInto(root, join(cacheDirectory, 'unpacking'));
    }
  } finally {
    await release();
  }
  return unpackedServer(root);
}

async function unpackInto(root: string, workspace: string): Promise<void> {
  await rm(workspace, { recursive: true, force: true });
  const unpacked = join(workspace, 'root');
  await mkdir(unpacked, { recursive: true });
  for (const file of await downloadDebianPackages(packageNames, workspace)) {
    await runCommand('dpkg-deb', ['--extract', file, unpacked], { timeoutMs: 120_000 });
  }
  await refuseMissingLibraries(await unpackedServer(unpacked));
  await rename(unpacked, root);
  await rm(workspace, { recursive: true, force: true });
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

async function libraryFolders(root: string): Promise<string[]> {
  const folders = await Promise.all(
    ['usr/lib', 'lib'].map(async (name) => {
      const parent = join(root, name);
      const entries = (await isThere(parent)) ? await readdir(parent) : [];
      return entries.filter((entry) => entry.includes('-linux-gnu')).map((entry) => join(parent, entry));
    }),
  );
  return folders.flat();
}

async function refuseMissingLibraries({ executable, env }: ServerProgram): Promise<void> {
  const linked = await runCommand('ldd', [executable], { timeoutMs: 20_000, ...(env && { env }) });
  const missing = linked.split('\n').filter((line) => line.includes('not found'));
  if (missing.length > 0) throw new Error(`The unpacked server misses libraries: ${missing.join('; ')}`);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
