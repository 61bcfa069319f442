import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@resumint/client';
import { confirm } from './confirm.ts';
import type { Io, Screen } from './io.ts';
import { readInputFile } from './read-input-file.ts';
import type { Terminal } from './run.ts';
import { findConnection } from './sign-in/find-connection.ts';
import { readPassword } from './sign-in/read-password.ts';
import { writeSignIn } from './sign-in/saved-sign-ins.ts';

/** The command line of this process: the one place that reads its arguments and environment. */
export function compose(): { terminal: Terminal; args: string[] } {
  const { stdout, stderr } = process;
  const canAsk = process.stdin.isTTY && stderr.isTTY;
  const screens = { out: screenOf(stdout), err: screenOf(stderr) };
  const open = async (): Promise<Io> => {
    const savedPath = join(setting('XDG_CONFIG_HOME') ?? join(homedir(), '.config'), 'resumint', 'cli.json');
    const dataDirectory = resolve(setting('DATA_DIRECTORY') ?? join(import.meta.dirname, '../../../.data'));
    const { url, token, source } = await findConnection({
      url: setting('RESUMINT_URL'),
      token: setting('RESUMINT_TOKEN'),
      savedPath,
      localPath: join(dataDirectory, 'cli.json'),
    });
    return {
      ...screens,
      url,
      client: createClient({ url: `${url}/api/trpc`, token }),
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      signIn: {
        source,
        save: (signIn) => writeSignIn(savedPath, url, signIn),
        forget: () => writeSignIn(savedPath, url, null),
      },
      // npm changes the folder to the workspace's, and tells the one it was called in.
      readFile: (path) => readInputFile(setting('INIT_CWD') ?? process.cwd(), path),
      confirm: canAsk ? (question) => confirm(process.stdin, screens.err, question) : null,
      readPassword: (from) => readPassword(process.stdin, screens.err, from),
      interrupted,
      wait: (ms) => setTimeout(ms),
    };
  };
  return { terminal: { ...screens, open }, args: process.argv.slice(2) };
}

/** A variable of the environment; an empty one is as good as none. */
function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function screenOf(stream: NodeJS.WriteStream): Screen {
  // Whoever reads the output has seen enough, such as `head`.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    write: (text) => void stream.write(text),
    columns: stream.isTTY ? stream.columns : null,
    isColored: stream.isTTY && setting('NO_COLOR') === undefined,
  };
}

/** The second Ctrl-C ends the process as ever. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}
