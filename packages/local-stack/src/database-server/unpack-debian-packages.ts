import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireLock } from './acquire-lock.ts';
import { downloadDebianPackages } from './download-debian-packages.ts';
import { hasCode, runCommand, runIfPresent } from './run-command.ts';

const lockWaitMs = 10 * 60_000;

export interface UnpackOptions {
  packages: string[];
  cacheDirectory: string;
  /** Called when there is something to unpack. */
  begin: () => void;
  /** Called with the root of what was unpacked before it gets its final name. What it throws, the unpacking throws. */
  complete: (root: string) => Promise<void>;
}

export async function canUnpackDebianPackages(): Promise<boolean> {
  const asked = ['apt-get', 'apt-cache', 'dpkg-deb'].map((tool) =>
    runIfPresent(tool, ['--version'], { timeoutMs: 20_000 }),
  );
  return (await Promise.all(asked)).every((version) => version !== undefined);
}

/**
 * Unpacks Debian's or Ubuntu's packages into the cache without installing them, so without root, and returns where.
 * A folder appears under its final name only when it is complete: an install that was killed is done again.
 */
export async function unpackDebianPackages(options: UnpackOptions): Promise<string> {
  const { cacheDirectory } = options;
  const root = join(cacheDirectory, 'unpacked');
  if (await isThere(root)) return root;
  await mkdir(cacheDirectory, { recursive: true });
  const release = await acquireLock(join(cacheDirectory, 'lock'), { waitMs: lockWaitMs });
  try {
    if (!(await isThere(root))) await unpackInto(root, options);
  } finally {
    await release();
  }
  return root;
}

/** Where the libraries of unpacked packages are, for `LD_LIBRARY_PATH`. */
export async function libraryFolders(root: string): Promise<string[]> {
  const folders = await Promise.all(
    ['usr/lib', 'lib'].map(async (name) => {
      const parent = join(root, name);
      const entries = (await isThere(parent)) ? await readdir(parent) : [];
      return entries.filter((entry) => entry.includes('-linux-gnu')).map((entry) => join(parent, entry));
    }),
  );
  return folders.flat();
}

async function unpackInto(
  root: string,
  { packages, cacheDirectory, begin, complete }: UnpackOptions,
): Promise<void> {
  begin();
  const workspace = join(cacheDirectory, 'unpacking');
  await rm(workspace, { recursive: true, force: true });
  const unpacked = join(workspace, 'root');
  await mkdir(unpacked, { recursive: true });
  for (const file of await downloadDebianPackages(packages, workspace)) {
    await runCommand('dpkg-deb', ['--extract', file, unpacked], { timeoutMs: 120_000 });
  }
  await complete(unpacked);
  await rename(unpacked, root);
  await rm(workspace, { recursive: true, force: true });
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
