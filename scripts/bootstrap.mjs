// Plain JavaScript with no dependencies: it is what runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname ?? '.', '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.resumint-stamp');
const lock = join(root, '.data', 'install.lock');
const node = join(modules, '.bin', 'node');
const installTimeoutMs = 15 * 60 * 1000;

const [script, ...scriptArguments] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node 20 or newer is needed to begin, and this is ${process.version}.`);
}
if (!script) fail('usage: node scripts/bootstrap.mjs <script> [arguments]');

if (!isInstalled()) await installOnce();
if (!existsSync(node)) fail('The node package has no binary: are install scripts switched off in npm?');

const { code, signal } = await run(node, [script, ...scriptArguments], { stdio: 'inherit' });
if (signal) process.kill(process.pid, signal);
else process.exitCode = code ?? 1;

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfLockfile();
}

function hashOfLockfile() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

async function installOnce() {
  await acquireLock();
  process.on('exit', releaseLock);
  if (!isInstalled()) await install();
  releaseLock();
  process.off('exit', releaseLock);
}

function releaseLock() {
  rmSync(lock, { force: true });
}

async function install() {
  console.error('Installing the packages of package-lock.json. The first time takes a minute.');
  const hash = hashOfLockfile();
  const outcome = await run('npm', ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: pathWithoutModules() },
    timeout: installTimeoutMs,
  });
  if (outcome.code !== 0) fail('npm ci failed.');
  writeFileSync(stamp, hash);
}

// npm ci deletes node_modules: npm must not run on the node inside it.
function pathWithoutModules() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !resolve(folder).startsWith(modules)).join(delimiter);
}

async function acquireLock() {
  mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 });
  const claim = `${lock}.${process.pid}`;
  const discardClaim = () => rmSync(claim, { force: true });
  process.on('exit', discardClaim);
  writeFileSync(claim, String(process.pid));
  const givesUpAt = Date.now() + installTimeoutMs;
  while (!claims(claim)) {
    if (Date.now() > givesUpAt) fail(`Another install holds ${lock}. If none runs, delete that file.`);
    const holder = readHolder();
    if (holder !== null && !isAlive(holder)) releaseLock();
    else await wait(200);
  }
  discardClaim();
}

/** @param {string} claim A link appears whole, with the holder's id in it, or not at all. */
function claims(claim) {
  try {
    linkSync(claim, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function run(command, commandArguments, options) {
  const child = spawn(command, commandArguments, { cwd: root, ...options });
  /** @param {NodeJS.Signals} forwarded */
  const forward = (forwarded) => void child.kill(forwarded);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((settle) => {
    child.on('error', (error) => fail(`${command} cannot be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      settle({ code, signal });
    });
  });
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
