import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const downloadTimeoutMs = 5 * 60_000;

/**
 * Downloads the packages and those of their dependencies that this system lacks, and returns the files' paths.
 * apt keeps its lists and cache in the workspace: an ordinary user may not refresh the system's.
 */
export async function downloadDebianPackages(names: string[], workspace: string): Promise<string[]> {
  const folders = {
    lists: join(workspace, 'lists'),
    cache: join(workspace, 'cache'),
    files: join(workspace, 'files'),
  };
  await mkdir(join(folders.lists, 'partial'), { recursive: true });
  await mkdir(join(folders.cache, 'archives', 'partial'), { recursive: true });
  await mkdir(folders.files, { recursive: true });

  const apt = (...args: string[]) =>
    runCommand('apt-get', [...aptOptions(folders), ...args], {
      cwd: folders.files,
      timeoutMs: downloadTimeoutMs,
    });
  await apt('update');
  const plan = await apt('--simulate', '--no-install-recommends', 'install', ...names);
  await apt('download', ...new Set([...names, ...packagesToInstall(plan)]));
  return (await readdir(folders.files)).map((file) => join(folders.files, file));
}

/** Reads the names out of what `apt-get --simulate install` prints: `Inst name (version origin [architecture])`. */
export function packagesToInstall(plan: string): string[] {
  return [...plan.matchAll(/^Inst (\S+) /gm)].flatMap(([, name]) => name ?? []);
}

function aptOptions(folders: { lists: string; cache: string }): string[] {
  const options = {
    'Dir::State::Lists': folders.lists,
    'Dir::Cache': folders.cache,
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    'Acquire::http::Timeout': '30',
    'Acquire::https::Timeout': '30',
    // As root apt would switch to a user of its own, which may not write here.
    'APT::Sandbox::User': 'root',
  };
  return ['-qq', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}
