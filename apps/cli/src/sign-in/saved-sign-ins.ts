import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { usageError } from '../command-error.ts';
import { isRecord, readJsonFile } from './read-json-file.ts';

export interface SavedSignIn {
  email: string;
  token: string;
}

type SavedSignIns = Record<string, SavedSignIn>;

export async function readSignIn(path: string, url: string): Promise<SavedSignIn | null> {
  return (await readAll(path))[url] ?? null;
}

/** Keeps a sign-in, or forgets it, in a file that only its owner can read. */
export async function writeSignIn(path: string, url: string, signIn: SavedSignIn | null): Promise<void> {
  const { [url]: _replaced, ...others } = await readAll(path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    const signIns = signIn ? { ...others, [url]: signIn } : others;
    await writeFile(draft, `${JSON.stringify({ signIns }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readAll(path: string): Promise<SavedSignIns> {
  const saved = await readJsonFile(path);
  if (saved === undefined) return {};
  if (!isRecord(saved) || !isRecord(saved['signIns'])) {
    throw usageError(`${path} is damaged. Remove it and sign in again.`);
  }
  const entries = Object.entries(saved['signIns']);
  return Object.fromEntries(
    entries.flatMap(([url, signIn]) => (isSignIn(signIn) ? [[url, signIn] as const] : [])),
  );
}

function isSignIn(value: unknown): value is SavedSignIn {
  return isRecord(value) && typeof value['email'] === 'string' && typeof value['token'] === 'string';
}
