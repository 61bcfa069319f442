import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputFile } from './read-input-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resumint-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('readInputFile', () => {
  it('reads a file beside the folder that the command was called in', async () => {
    await mkdir(join(folder, 'here'));
    await writeFile(join(folder, 'ada.txt'), 'Ada');
    const { name, bytes } = await readInputFile(join(folder, 'here'), '../ada.txt');
    expect(name).toBe('ada.txt');
    expect(Buffer.from(bytes).toString()).toBe('Ada');
  });

  it('tells a file that is not there, by its whole path', async () => {
    await expect(readInputFile(folder, 'ada.pdf')).rejects.toMatchObject({
      code: 'usage',
      message: `${join(folder, 'ada.pdf')} is not there.`,
    });
  });

  it('tells a folder from a file', async () => {
    await expect(readInputFile(folder, '.')).rejects.toMatchObject({ code: 'usage' });
  });

  it('refuses more than 10 MB before reading it, and takes 10 MB', async () => {
    const path = join(folder, 'large.pdf');
    await writeFile(path, '');
    await truncate(path, 10 * 1024 * 1024 + 1);
    await expect(readInputFile(folder, path)).rejects.toMatchObject({ code: 'file_too_large' });
    await truncate(path, 10 * 1024 * 1024);
    expect((await readInputFile(folder, path)).bytes).toHaveLength(10 * 1024 * 1024);
  });
});
