import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './run-command.ts';

const START_WITHIN_MS = 300_000;
/** That a seed takes, on a machine that has much else to do. */
const MOST_MS_A_CALL = 2;

const CLERK_VARIABLES = [
  'CLERK_PUBLISHABLE_KEY',
  'CLERK_SECRET_KEY',
  'CLERK_JWT_KEY',
  'CLERK_WEBHOOK_SECRET',
  'CLERK_PROXY_URL',
];

/** A test must not reach services that this machine is set up for; an empty variable is not overridden by .env. */
export const NO_SERVICES: Record<string, string> = {
  DATABASE_URL: '',
  OPENAI_API_KEY: '',
  SMTP_URL: '',
  ...Object.fromEntries(CLERK_VARIABLES.map((name) => [name, ''])),
};

const SimulatorControl = z.object({ url: z.string(), key: z.string() });
const LocalSignIn = z.object({ token: z.string() });
const Secrets = z.object({ adminPassword: z.string() });

export interface Product {
  url: string;
  /** Where the router is at the edge. */
  edgeUrl: string;
  dataDirectory: string;
  process: ChildProcess;
  /** Asks it to end, and gives its exit code. */
  stop: () => Promise<number | null>;
  /** Ends the web process at once, as a crash does, and waits until all that hangs on it is gone. */
  killWeb: () => Promise<void>;
}

export interface LaunchOptions {
  dataDirectory: string;
  /** Any free port when absent. */
  port?: number;
  variables?: Record<string, string>;
  /** Serves what is built already: files must not be replaced under a product that runs. */
  isBuilt?: boolean;
  /** Gives the demo person the scenario `heavy`, with so many calls of everybody together. */
  heavyCalls?: number;
}

/**
 * Starts the product, as `npm start` does, and waits for its greeting. It ends with this process, however
 * that ends.
 */
export async function launchProduct(options: LaunchOptions): Promise<Product> {
  const { dataDirectory, port = await findFreePort(), variables = {}, isBuilt = false, heavyCalls } = options;
  const args = [
    ...(isBuilt ? ['--built'] : []),
    ...(heavyCalls === undefined ? [] : ['--scenario', 'heavy', '--calls', String(heavyCalls)]),
  ];
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...NO_SERVICES,
      PORT: String(port),
      DATA_DIRECTORY: dataDirectory,
      ...variables,
    },
  });
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const greeting = await untilGreeting(child, START_WITHIN_MS + (heavyCalls ?? 0) * MOST_MS_A_CALL);
  const webPid = Number(readFileSync(join(dataDirectory, 'web.pid'), 'utf8'));
  return {
    url: `http://127.0.0.1:${port}`,
    edgeUrl: /^ *Edge +(http\S+)$/m.exec(greeting)?.[1] ?? '',
    dataDirectory,
    process: child,
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
    async killWeb() {
      process.kill(webPid, 'SIGKILL');
      await exited;
    },
  };
}

/** Where a product's simulated model takes orders, and with which key. */
export function readSimulatorControl(dataDirectory: string): z.infer<typeof SimulatorControl> {
  return SimulatorControl.parse(readJson(dataDirectory, 'simulator.json'));
}

export function readAdminPassword(dataDirectory: string): string {
  return Secrets.parse(readJson(dataDirectory, 'secrets.json')).adminPassword;
}

/** A session of the demo account, as the command line finds it. */
export function readDemoToken(dataDirectory: string): string {
  return LocalSignIn.parse(readJson(dataDirectory, 'cli.json')).token;
}

function readJson(directory: string, name: string): unknown {
  return JSON.parse(readFileSync(join(directory, name), 'utf8'));
}

async function untilGreeting(child: ChildProcess, withinMs: number): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('the output of the start is not piped');
  let output = '';
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    if (output.includes('Ctrl-C')) break;
  }
  clearTimeout(timer);
  stdout.resume();
  if (!output.includes('Ctrl-C')) throw new Error(`It did not start:\n${output}`);
  return output;
}

/** Below the ports that systems hand out by themselves, so that nothing that starts meanwhile is given this one. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
