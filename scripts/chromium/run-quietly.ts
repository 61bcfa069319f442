import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LAST_WORDS = 1_000;

/** Runs a program to its end within the time, and gives what it printed. Throws with the program's own words. */
export async function runQuietly(
  file: string,
  args: string[],
  { timeoutMs, env }: { timeoutMs: number; env?: NodeJS.ProcessEnv },
): Promise<string> {
  try {
    const { stdout } = await run(file, args, {
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 16 * 1024 * 1024,
      ...(env && { env: { ...process.env, ...env } }),
    });
    return stdout;
  } catch (cause) {
    throw new Error(`${[file, ...args].join(' ')} failed: ${lastWords(cause)}`, { cause });
  }
}

/** Whether the program is there and runs; an unusable one, such as a package's stub, is as good as none. */
export async function canRun(file: string, args = ['--version']): Promise<boolean> {
  try {
    await runQuietly(file, args, { timeoutMs: 60_000 });
    return true;
  } catch {
    return false;
  }
}

function lastWords(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const printed: unknown = Reflect.get(cause, 'stderr');
  return (typeof printed === 'string' && printed.trim().slice(-LAST_WORDS)) || cause.message;
}
