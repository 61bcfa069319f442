import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface CommandOptions {
  timeoutMs: number;
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs a program to its end and returns what it printed. Throws with the program's own words when it fails. */
export async function runCommand(file: string, args: string[], options: CommandOptions): Promise<string> {
  const { timeoutMs, ...place } = options;
  try {
    const { stdout } = await run(file, args, {
      ...place,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout;
  } catch (cause) {
    throw new Error(`${file} failed: ${lastWords(cause)}`, { cause });
  }
}

/** Like `runCommand`, but `undefined` when there is no such program to run. */
export async function runIfPresent(
  file: string,
  args: string[],
  options: CommandOptions,
): Promise<string | undefined> {
  try {
    return await runCommand(file, args, options);
  } catch (error) {
    if (error instanceof Error && hasCode(error.cause, 'ENOENT')) return undefined;
    throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function lastWords(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const printed = ['stderr', 'stdout'].map((stream) => {
    const text: unknown = Reflect.get(cause, stream);
    return typeof text === 'string' ? text.trim() : '';
  });
  return printed.filter(Boolean).join('\n').slice(-2_000) || cause.message;
}
