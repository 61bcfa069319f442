import { readFile } from 'node:fs/promises';
import { hasCode, runCommand } from './run-command.ts';

/** What tells a process from a later one with the same id: its start time. `undefined` once it has ended. */
export async function startTimeOf(pid: number): Promise<string | undefined> {
  if (!exists(pid)) return undefined;
  if (process.platform !== 'linux') return askPs(pid, 'lstart=');
  const stat = await readProcFile(pid, 'stat');
  // The second field is the program's name in brackets, and may hold spaces and brackets itself.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isDead = fields === undefined || fields[0] === 'Z' || fields[0] === 'X';
  return isDead ? undefined : fields[19];
}

export async function commandLineOf(pid: number): Promise<string | undefined> {
  if (!exists(pid)) return undefined;
  if (process.platform !== 'linux') return askPs(pid, 'args=');
  return (await readProcFile(pid, 'cmdline'))?.replaceAll('\0', ' ');
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    if (hasCode(error, 'EPERM')) return true;
    throw error;
  }
}

async function readProcFile(pid: number, name: string): Promise<string | undefined> {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}

async function askPs(pid: number, column: string): Promise<string | undefined> {
  try {
    return (
      (await runCommand('ps', ['-p', String(pid), '-o', column], { timeoutMs: 5_000 })).trim() || undefined
    );
  } catch (error) {
    if (!exists(pid)) return undefined;
    throw error;
  }
}
