import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../run-command.ts';

/** Short, so that what a killed process held expires while we wait. */
const HOLD_SECONDS = 20;
const START_WITHIN_MS = 300_000;

const LocalSignIn = z.object({ url: z.string(), token: z.string() });
const SimulatorControl = z.object({ url: z.string(), key: z.string() });
const Secrets = z.object({ adminPassword: z.string() });

export interface Launched {
  url: string;
  token: string;
  adminPassword: string;
  simulator: z.infer<typeof SimulatorControl>;
  process: ChildProcess;
  /** Runs the command line as a person would, and gives what it printed and its exit code. */
  cli: (...args: string[]) => Promise<{ output: string; errors: string; code: number }>;
  /** Ends the web process at once, as a crash does, and waits until all that hangs on it is gone. */
  killWeb: () => Promise<void>;
}

/** Starts the product on a free port, as `npm start` does, and waits for its greeting. */
export async function launch(dataDirectory: string): Promise<Launched> {
  const startedAt = performance.now();
  const port = await findFreePort();
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      // A test must not reach services that this machine is set up for; an empty variable is not overridden by .env.
      DATABASE_URL: '',
      OPENAI_API_KEY: '',
      PORT: String(port),
      DATA_DIRECTORY: dataDirectory,
      HOLD_SECONDS: String(HOLD_SECONDS),
    },
  });
  await untilGreeting(child);
  console.log(`Started in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const webPid = Number(readFileSync(join(dataDirectory, 'web.pid'), 'utf8'));
  const { url, token } = LocalSignIn.parse(readJson(dataDirectory, 'cli.json'));
  return {
    url,
    token,
    adminPassword: Secrets.parse(readJson(dataDirectory, 'secrets.json')).adminPassword,
    simulator: SimulatorControl.parse(readJson(dataDirectory, 'simulator.json')),
    process: child,
    cli: (...args) => runCli({ url, token }, args),
    async killWeb() {
      process.kill(webPid, 'SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function untilGreeting(child: ChildProcess): Promise<void> {
  const { stdout } = child;
  if (!stdout) throw new Error('the output of the start is not piped');
  let output = '';
  const timer = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS);
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    if (output.includes('Ctrl-C')) break;
  }
  clearTimeout(timer);
  stdout.resume();
  if (!output.includes('Ctrl-C')) throw new Error(`It did not start:\n${output}`);
}

function runCli(signIn: z.infer<typeof LocalSignIn>, args: string[]) {
  return new Promise<{ output: string; errors: string; code: number }>((resolve) => {
    const env = { ...process.env, RESUMINT_URL: signIn.url, RESUMINT_TOKEN: signIn.token };
    const child = execFile(
      process.execPath,
      [join(root, 'apps/cli/src/main.ts'), ...args],
      { cwd: root, env, timeout: 180_000, maxBuffer: 16 * 1024 * 1024 },
      (_error, output, errors) => resolve({ output, errors, code: child.exitCode ?? 1 }),
    );
  });
}

function readJson(directory: string, name: string): unknown {
  return JSON.parse(readFileSync(join(directory, name), 'utf8'));
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
