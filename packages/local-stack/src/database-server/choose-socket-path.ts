import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The address of a Unix socket holds 104 bytes on macOS and 108 on Linux, with the closing zero.
const longestSocketPath = 103;

/** A socket in the folder, or in a private folder of the system's temporary one where the path would be too long. */
export async function chooseSocketPath(folder: string): Promise<string> {
  const path = join(folder, 'server.sock');
  if (Buffer.byteLength(path) <= longestSocketPath) return path;
  return join(await mkdtemp(join(tmpdir(), 'resumint-')), 'server.sock');
}
