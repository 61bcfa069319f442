import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Runs to the end on this terminal, passing on the signals that end it. Resolves to the exit code. */
export function runCommand(command: string, commandArguments: string[]): Promise<number> {
  const child = spawn(command, commandArguments, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

export function runTool(name: string, toolArguments: string[]): Promise<number> {
  return runCommand(join(root, 'node_modules', '.bin', name), toolArguments);
}

export function runScript(path: string): Promise<number> {
  return runCommand(process.execPath, [path]);
}
