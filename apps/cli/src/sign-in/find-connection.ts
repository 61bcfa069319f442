import { usageError } from '../command-error.ts';
import type { SignInStore } from '../io.ts';
import { isRecord, readJsonFile } from './read-json-file.ts';
import { readSignIn } from './saved-sign-ins.ts';

interface Sources {
  /** From the environment. */
  url: string | undefined;
  token: string | undefined;
  /** Where sign-ins are saved. */
  savedPath: string;
  /** What `npm start` leaves for the command line of this machine. */
  localPath: string;
}

interface Connection {
  url: string;
  token: string | undefined;
  source: SignInStore['source'];
}

const DEFAULT_URL = 'http://127.0.0.1:3000';

/** Where to and as whom. A token is only ever sent to the address that it is for. */
export async function findConnection({ url, token, savedPath, localPath }: Sources): Promise<Connection> {
  const local = await readLocal(localPath);
  const address = originOf(url ?? local?.url ?? DEFAULT_URL);
  if (token !== undefined) return { url: address, token, source: 'environment' };
  const saved = await readSignIn(savedPath, address);
  if (saved) return { url: address, token: saved.token, source: 'saved' };
  if (local && originOf(local.url) === address) return { url: address, token: local.token, source: 'local' };
  return { url: address, token: undefined, source: null };
}

function originOf(text: string): string {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href.replace(/\/+$/, '');
  throw usageError(
    `"${text}" is no address of a server, such as http://127.0.0.1:3000. Is RESUMINT_URL right?`,
  );
}

async function readLocal(path: string): Promise<{ url: string; token: string } | null> {
  const local = await readJsonFile(path);
  if (local === undefined) return null;
  if (isRecord(local) && typeof local['url'] === 'string' && typeof local['token'] === 'string') {
    return { url: local['url'], token: local['token'] };
  }
  throw usageError(`${path} is damaged. "npm start" writes it again.`);
}
