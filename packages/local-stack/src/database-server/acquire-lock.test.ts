import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, LockHeldError } from './acquire-lock.ts';

describe('acquireLock', () => {
  let folder = '';
  const lock = () => join(folder, 'lock');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resumint-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('refuses a second holder while the first one lives, and names it', async () => {
    const release = await acquireLock(lock(), { waitMs: 0 });
    const refused = acquireLock(lock(), { waitMs: 0 });
    await expect(refused).rejects.toThrow(LockHeldError);
    await expect(refused).rejects.toMatchObject({ pid: process.pid });
    await release();
    await (
      await acquireLock(lock(), { waitMs: 0 })
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets one at a time through when many wait', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const release = await acquireLock(lock(), { waitMs: 60_000 });
        inside += 1;
        most = Math.max(most, inside);
        await readdir(folder);
        inside -= 1;
        await release();
      }),
    );
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is free again when its holder was killed', async () => {
    const module = JSON.stringify(new URL('acquire-lock.ts', import.meta.url).href);
    const code = `const { acquireLock } = await import(${module});
      await acquireLock(${JSON.stringify(lock())}, { waitMs: 0 });
      process.stdout.write('held');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await expect(acquireLock(lock(), { waitMs: 0 })).rejects.toMatchObject({ pid: holder.pid });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (
      await acquireLock(lock(), { waitMs: 0 })
    )();
    expect(await readdir(folder)).toEqual([]);
  });
});
