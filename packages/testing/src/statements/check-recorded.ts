import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { breachOf } from './breach-of.ts';
import { isException } from './exceptions.ts';

/** Checks the statements that a run has recorded, and gives how many there were. Throws with every one in breach. */
export async function checkRecorded(directory: string): Promise<number> {
  const statements = await readRecorded(directory);
  const breaches = breachesOf(statements);
  if (breaches.length === 0) return statements.length;
  throw new Error(
    `Of ${statements.length} statements ${breaches.length} could not be sent to one user’s shard:\n${breaches.join('\n')}`,
  );
}

/** Each statement in breach, with why. */
export function breachesOf(statements: readonly string[]): string[] {
  return statements.flatMap((statement) => {
    const breach = isException(statement) ? null : breachOf(statement);
    return breach === null ? [] : [`${breach}: ${statement}`];
  });
}

async function readRecorded(directory: string): Promise<string[]> {
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
  return [...new Set(lines.map((line) => z.string().parse(JSON.parse(line))))].toSorted();
}
