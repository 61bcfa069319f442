import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { commandOf, type ServerProgram } from './server-program.ts';

/**
 * Runs the server under a shell that holds the reading end of a pipe from this process. When the pipe closes, since
 * this process asked for it or was killed, even by SIGKILL, the shell sends the server SIGTERM.
 * Both run in a session of their own, so that Ctrl-C in a terminal reaches this process alone.
 */
const superviseScript = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( read -r closed <&3; kill -TERM "$server" ) &
watcher=$!
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

export interface Supervised {
  /** Settles when the server has ended, with its exit code. */
  exited: Promise<number | null>;
  hasExited: () => boolean;
  /** Asks the server to end. It may take a while to do so. */
  close: () => void;
}

export async function supervise(
  program: ServerProgram,
  args: string[],
  logFile: string,
): Promise<Supervised> {
  const log = await open(logFile, 'a', 0o600);
  try {
    const shell = spawn('/bin/sh', ['-c', superviseScript, 'supervise', ...commandOf(program, args).flat()], {
      detached: true,
      stdio: ['pipe', log.fd, log.fd],
      ...(program.env && { env: program.env }),
    });
    await once(shell, 'spawn');
    return {
      exited: exitOf(shell),
      hasExited: () => shell.exitCode !== null || shell.signalCode !== null,
      close: () => shell.stdin?.end(),
    };
  } finally {
    await log.close();
  }
}

async function exitOf(shell: ChildProcess): Promise<number | null> {
  if (shell.exitCode === null && shell.signalCode === null) await once(shell, 'exit');
  return shell.exitCode;
}
