import { createClient } from '@resumint/client';
import { serveAnswers, type Answers } from '@resumint/client/testing';
import type { Io } from '../io.ts';
import { run } from '../run.ts';

const URL_OF_SERVER = 'http://127.0.0.1:3000';

/** Runs a command line against a server in this process, and collects what it says. */
export async function runCli(args: string[], answers: Answers = {}, overrides: Partial<Io> = {}) {
  const said = { out: '', err: '' };
  const screen = (name: 'out' | 'err') => ({
    write: (text: string) => void (said[name] += text),
    columns: null,
    isColored: false,
  });
  const screens = { out: screen('out'), err: screen('err') };
  const io: Io = {
    ...screens,
    client: createClient({
      url: `${URL_OF_SERVER}/api/trpc`,
      fetch: serveAnswers(answers),
    }),
    url: URL_OF_SERVER,
    zone: 'Europe/Berlin',
    signIn: { source: null, save: async () => {}, forget: async () => {} },
    readFile: async (name) => ({ name, bytes: new TextEncoder().encode('Ada Lovelace') }),
    confirm: null,
    readPassword: async () => 'correct horse',
    interrupted: () => new AbortController().signal,
    wait: async () => {},
    ...overrides,
  };
  const exitCode = await run({ ...screens, open: async () => io }, args);
  return { ...said, exitCode };
}
