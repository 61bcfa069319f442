import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  launchProduct,
  readAdminPassword,
  readDemoToken,
  readSimulatorControl,
  type Product,
} from '../launch-product.ts';
import { root } from '../run-command.ts';

/** Short, so that what a killed process held expires while we wait. */
const HOLD_SECONDS = 20;
/** Of a scheduler, for `POST /api/follow`. */
export const FOLLOWER_SECRET = randomBytes(16).toString('hex');

export interface Launched extends Product {
  token: string;
  adminPassword: string;
  simulator: ReturnType<typeof readSimulatorControl>;
  /** Runs the command line as a person would, and gives what it printed and its exit code. */
  cli: (...args: string[]) => Promise<{ output: string; errors: string; code: number }>;
}

/** Starts the product, with what a person at its command line has. */
export async function launch(dataDirectory: string): Promise<Launched> {
  const startedAt = performance.now();
  const variables = { HOLD_SECONDS: String(HOLD_SECONDS), FOLLOWER_SECRET };
  const product = await launchProduct({ dataDirectory, variables });
  console.log(`Started in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const token = readDemoToken(dataDirectory);
  return {
    ...product,
    token,
    adminPassword: readAdminPassword(dataDirectory),
    simulator: readSimulatorControl(dataDirectory),
    cli: (...args) =>
      runNode('apps/cli/src/main.ts', args, { RESUMINT_URL: product.url, RESUMINT_TOKEN: token }),
  };
}

/** Runs a file with Node, and gives what it printed and its exit code. */
export function runNode(file: string, args: string[], variables: NodeJS.ProcessEnv) {
  return new Promise<{ output: string; errors: string; code: number }>((resolve) => {
    const env = { ...process.env, ...variables };
    const child = execFile(
      process.execPath,
      [join(root, file), ...args],
      { cwd: root, env, timeout: 180_000, maxBuffer: 16 * 1024 * 1024 },
      (_error, output, errors) => resolve({ output, errors, code: child.exitCode ?? 1 }),
    );
  });
}
