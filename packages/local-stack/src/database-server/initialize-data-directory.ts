import { access, rename, rm } from 'node:fs/promises';
import { hasCode, runCommand } from './run-command.ts';
import { smallFileArguments } from './server-arguments.ts';
import { placeArguments, userArguments, type ServerProgram } from './server-program.ts';

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
  const [file, args] = program.flavor === 'mariadb' ? mariadbInstall(program) : mysqlInitialize(program);
  const own = durable ? [] : smallFileArguments(program.flavor);
  await runCommand(
    file,
    [
      '--no-defaults',
      ...placeArguments(program),
      ...userArguments(),
      `--datadir=${unfinished}`,
      `--tmpdir=${temporaryFolder}`,
      ...args,
      ...own,
    ],
    { timeoutMs: initializeTimeoutMs, ...(program.env && { env: program.env }) },
  );
  await rename(unfinished, dataFolder);
}

// Both leave root without a password: the first start sets one before it accepts a connection.
function mariadbInstall(program: ServerProgram): [string, string[]] {
  return [
    program.installScript,
    ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'],
  ];
}

function mysqlInitialize(program: ServerProgram): [string, string[]] {
  return [program.executable, ['--initialize-insecure']];
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
