import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'resumint-bootstrap-'));
  await mkdir(join(root, 'scripts'));
  await mkdir(join(root, 'bin'));
  await copyFile(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'scripts', 'bootstrap.mjs'));
  await writeFile(join(root, 'package-lock.json'), '{}');
  await writeFakeNpm('exit 0');
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('bootstrap', () => {
  it('installs what is missing, then runs the script with its arguments', async () => {
    await writeScript('console.log(JSON.stringify(process.argv.slice(2)))');
    const outcome = await bootstrap(['--flag', 'two words']).done;
    expect(outcome).toMatchObject({ code: 0, stdout: '["--flag","two words"]\n' });
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(await installs()).toBe(1);
  });

  it('keeps the folder of the data, where secrets will be, to its owner', async () => {
    await writeScript('');
    await bootstrap().done;
    expect((await stat(join(root, '.data'))).mode & 0o777).toBe(0o700);
  });

  it('installs again only when the lockfile has changed', async () => {
    await writeScript('');
    await bootstrap().done;
    expect((await bootstrap().done).stderr).toBe('');
    expect(await installs()).toBe(1);
    await writeFile(join(root, 'package-lock.json'), '{"changed":true}');
    await bootstrap().done;
    expect(await installs()).toBe(2);
  });

  it('installs once when two begin together', async () => {
    await writeScript('');
    const outcomes = await Promise.all([bootstrap().done, bootstrap().done, bootstrap().done]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await installs()).toBe(1);
  });

  it('takes over from an install that died', async () => {
    await writeScript('');
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.on('exit', resolve));
    await mkdir(join(root, '.data'));
    await writeFile(join(root, '.data', 'install.lock'), String(dead.pid));
    expect((await bootstrap().done).code).toBe(0);
    expect(await installs()).toBe(1);
  });

  it('fails when the install fails, and tries again the next time', async () => {
    await writeScript('');
    await writeFakeNpm('exit 7');
    expect(await bootstrap().done).toMatchObject({ code: 1 });
    await writeFakeNpm('exit 0');
    expect(await bootstrap().done).toMatchObject({ code: 0 });
  });

  it("keeps the script's exit code", async () => {
    await writeScript('process.exitCode = 42');
    expect(await bootstrap().done).toMatchObject({ code: 42 });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('forwards %s and waits for the script to end', async (signal) => {
    await writeScript(`
      process.on('${signal}', () => { console.log('ending'); process.exit(3); });
      setInterval(() => {}, 1000);
      console.log('ready');
    `);
    const { child, done } = bootstrap();
    child.stdout.once('data', () => child.kill(signal));
    expect(await done).toMatchObject({ code: 3, stdout: 'ready\nending\n' });
  });
});

function bootstrap(scriptArguments: string[] = []) {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'script.mjs', ...scriptArguments], {
    cwd: root,
    env: { ...process.env, PATH: [join(root, 'bin'), process.env['PATH']].join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const done = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, done };
}

/** Stands in for the npm program: brings a node like the real install, and counts its runs. */
async function writeFakeNpm(ending: string): Promise<void> {
  const lines = [
    '#!/bin/sh',
    `echo run >> "${root}/installs"`,
    `mkdir -p "${root}/node_modules/.bin"`,
    `ln -sf "${process.execPath}" "${root}/node_modules/.bin/node"`,
    ending,
  ];
  await writeFile(join(root, 'bin', 'npm'), lines.join('\n'));
  await chmod(join(root, 'bin', 'npm'), 0o755);
}

async function writeScript(source: string): Promise<void> {
  await writeFile(join(root, 'script.mjs'), source);
}

async function installs(): Promise<number> {
  const lines = await readFile(join(root, 'installs'), 'utf8');
  return lines.trim().split('\n').length;
}
