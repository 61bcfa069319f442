import { access, rename, rm } from 'node:fs/promises';
import { hasCode, runCommand } from './run-command.ts';
import { smallFileArguments } from './server-arguments.ts';
import { commandOf, placeArguments, userArguments, type ServerProgram } from './server-program.ts';

const initializeTimeoutMs = 5 * 60_000;

interface Initialization {
  dataFolder: string;
  temporaryFolder: string;
  durable: boolean;
}

/** Writes the system tables, unless they are there. The folder gets its name once it is complete. */
export async function initializeDataDirectory(
  program: ServerProgram,
  { dataFolder, temporaryFolder, durable }: Initialization,
): Promise<void> {
  if (await isInitialized(dataFolder)) return;
  const unfinished = `${dataFolder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const own = durable ? [] : smallFileArguments(program.flavor);
  const [file, args] = initialization(program, [
    '--no-defaults',
    ...placeArguments(program),
    ...userArguments(),
    `--datadir=${unfinished}`,
    `--tmpdir=${temporaryFolder}`,
    ...own,
  ]);
  await runCommand(file, args, {
    timeoutMs: initializeTimeoutMs,
    ...(program.env && { env: program.env }),
  });
  await rename(unfinished, dataFolder);
}

// Both leave root without a password: the first start sets one before it accepts a connection.
function initialization(program: ServerProgram, args: string[]): [file: string, args: string[]] {
  if (program.flavor === 'mysql') return commandOf(program, [...args, '--initialize-insecure']);
  return [
    program.installScript,
    [...args, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'],
  ];
}

async function isInitialized(dataFolder: string): Promise<boolean> {
  try {
    await access(dataFolder);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
