import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startTimeOf } from './inspect-process.ts';
import { hasCode } from './run-command.ts';

export class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
  readonly pid: number;

  constructor(path: string, pid: number) {
    super(`${path} is held by the running process ${pid}`);
    this.pid = pid;
  }
}

interface LockOptions {
  /** How long to wait for a living holder before `LockHeldError`. */
  waitMs: number;
}

/**
 * Takes a lock file that names its holder, so that a lock left by a killed process is free again.
 * Returns the function that gives it back.
 */
export async function acquireLock(path: string, { waitMs }: LockOptions): Promise<() => Promise<void>> {
  const claim = `${path}.${randomUUID()}`;
  const content = JSON.stringify({ pid: process.pid, startTime: await startTimeOf(process.pid), claim });
  const deadline = Date.now() + waitMs;
  await writeFile(claim, content, { mode: 0o600 });
  try {
    while (!(await tryLink(claim, path))) {
      const holder = await readHolder(path);
      if (!holder || !(await isAlive(holder))) {
        if (holder) await removeIfUnchanged(path, holder.content);
        continue;
      }
      if (Date.now() >= deadline) throw new LockHeldError(path, holder.pid);
      await wait(100);
    }
  } finally {
    await rm(claim, { force: true });
  }
  return () => removeIfUnchanged(path, content);
}

interface Holder {
  pid: number;
  startTime: string;
  content: string;
}

// Linking a complete file into place is atomic and never replaces another's lock.
async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const lock: unknown = JSON.parse(content);
  if (!isLock(lock)) throw new Error(`${path} is not a lock file`);
  return { pid: lock.pid, startTime: lock.startTime, content };
}

function isLock(value: unknown): value is { pid: number; startTime: string } {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject || !('pid' in value) || !('startTime' in value)) return false;
  return typeof value.pid === 'number' && typeof value.startTime === 'string';
}

async function isAlive({ pid, startTime }: Holder): Promise<boolean> {
  return (await startTimeOf(pid)) === startTime;
}

// Two processes can find the same dead holder: whoever moved away a newer lock puts it back.
async function removeIfUnchanged(path: string, expected: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== expected) await tryLink(aside, path);
  await rm(aside, { force: true });
}
