import { readFile } from 'node:fs/promises';
import { usageError } from '../command-error.ts';

/** The value in a JSON file, or undefined when there is no file. */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readIfThere(path);
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw usageError(`${path} is no JSON.`, error);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw usageError(`${path} cannot be read.`, error);
  }
}
