import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium, howToInstallChromium } from './find-chromium.ts';

let folders: string[];

beforeEach(async () => {
  folders = await Promise.all(['a', 'b'].map((name) => mkdtemp(join(tmpdir(), `resumint-path-${name}-`))));
  vi.stubEnv('PATH', [...folders, '/usr/bin', '/bin'].join(delimiter));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe('findChromium', () => {
  it('takes the first on the PATH', async () => {
    const [first] = await Promise.all(folders.map((folder) => putProgram(folder, 'exit 0')));
    expect(await findChromium()).toBe(first);
  });

  it('passes over one that does not run', async () => {
    const [stub = '', real = ''] = folders;
    await putProgram(stub, 'exit 1');
    const usable = await putProgram(real, 'exit 0');
    expect(await findChromium()).toBe(usable);
  });
});

it('names one command for the system at hand', () => {
  expect(howToInstallChromium('linux')).toContain('apt-get install chromium');
  expect(howToInstallChromium('darwin')).toContain('playwright install');
});

async function putProgram(folder: string, ending: string): Promise<string> {
  const file = join(folder, 'chromium');
  await writeFile(file, `#!/bin/sh\n${ending}\n`);
  await chmod(file, 0o755);
  return file;
}
