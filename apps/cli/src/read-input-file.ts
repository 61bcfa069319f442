import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CommandError, usageError } from './command-error.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** Reads a file that is to be uploaded, and none that the server would find too large. */
export async function readInputFile(folder: string, path: string) {
  const file = resolve(folder, path);
  await using handle = await open(file).catch((error: unknown) => {
    throw usageError(`${file} ${reasonOf(error)}.`, error);
  });
  const stat = await handle.stat();
  if (!stat.isFile()) throw usageError(`${file} is not a file.`);
  if (stat.size > MOST_BYTES) {
    const megabytes = (stat.size / 1024 / 1024).toFixed(1);
    throw new CommandError('file_too_large', `${file} has ${megabytes} MB. At most 10 MB are taken.`);
  }
  return { name: basename(file), bytes: new Uint8Array(await handle.readFile()) };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  return code === 'EACCES' ? 'may not be read' : 'cannot be opened';
}
