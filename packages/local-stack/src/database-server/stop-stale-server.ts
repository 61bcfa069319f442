import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLineOf, startTimeOf } from './inspect-process.ts';
import { hasCode } from './run-command.ts';

const politeMs = 30_000;
const forcedMs = 10_000;

interface StaleServer {
  pidFile: string;
  dataFolder: string;
}

/** Ends a server that still runs on the data directory although the process that started it is gone. */
export async function stopStaleServer(stale: StaleServer): Promise<void> {
  const pid = await findServerProcess(stale);
  if (pid === undefined) return;
  const startTime = await startTimeOf(pid);
  const hasEnded = async () => (await startTimeOf(pid)) !== startTime;
  signal(pid, 'SIGTERM');
  if (await becomesTrue(hasEnded, politeMs)) return;
  signal(pid, 'SIGKILL');
  if (await becomesTrue(hasEnded, forcedMs)) return;
  throw new Error(`The database server with process id ${pid} does not end`);
}

/** The server's process id, if the pid file's process is one that runs on this data directory. */
export async function findServerProcess({ pidFile, dataFolder }: StaleServer): Promise<number | undefined> {
  let content: string;
  try {
    content = await readFile(pidFile, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const pid = Number.parseInt(content, 10);
  if (!(pid > 0)) return undefined;
  const commandLine = await commandLineOf(pid);
  return commandLine?.includes(`--datadir=${dataFolder}`) ? pid : undefined;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

async function becomesTrue(condition: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() >= deadline) return false;
    await wait(50);
  }
  return true;
}
