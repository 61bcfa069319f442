import type { Client } from '@resumint/client';

export interface Screens {
  out: Screen;
  err: Screen;
}

/** Everything a command touches, handed in, so that one runs without a process. */
export interface Io extends Screens {
  client: Client;
  url: string;
  /** The zone of this machine, for times that come without the person's own. */
  zone: string;
  signIn: SignInStore;
  /** Reads a file that was named on the command line. */
  readFile: (path: string) => Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
  /** Asks a yes-or-no question; null where nobody is there to answer. */
  confirm: ((question: string) => Promise<boolean>) | null;
  readPassword: (from: 'prompt' | 'stdin') => Promise<string>;
  /** From its first call on Ctrl-C aborts the signal, the first time. */
  interrupted: () => AbortSignal;
  wait: (ms: number) => Promise<void>;
}

export interface Screen {
  write: (text: string) => void;
  /** How wide it is; null where it is no terminal. */
  columns: number | null;
  isColored: boolean;
}

export interface SignInStore {
  /** Where the token in use is from; null without one. */
  source: 'environment' | 'saved' | 'local' | null;
  save: (session: { email: string; token: string }) => Promise<void>;
  forget: () => Promise<void>;
}

export function writeLines(screen: Screen, lines: string[]): void {
  screen.write(lines.map((line) => `${line}\n`).join(''));
}
