import { CommandError, usageError } from '../command-error.ts';
import type { Screen } from '../io.ts';

/** The standard input, as far as a password needs it. */
export interface PasswordInput extends AsyncIterable<string | Uint8Array> {
  isTTY?: boolean;
  setRawMode?: (isRaw: boolean) => unknown;
}

const MOST_LENGTH = 1_000;
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ERASE = ['\u007F', '\b'];

/** Asks for a password without showing it, or takes the first line of an input that nobody types at. */
export async function readPassword(
  input: PasswordInput,
  err: Screen,
  from: 'prompt' | 'stdin',
): Promise<string> {
  const password = from === 'prompt' && input.isTTY ? await prompt(input, err) : await readLine(input);
  if (password === '') throw usageError('No password was given.');
  return password;
}

async function prompt(input: PasswordInput, err: Screen): Promise<string> {
  err.write('Password: ');
  input.setRawMode?.(true);
  try {
    return await readKeys(input);
  } finally {
    input.setRawMode?.(false);
    err.write('\n');
  }
}

async function readKeys(input: PasswordInput): Promise<string> {
  const typed: string[] = [];
  for await (const text of decode(input)) {
    for (const key of text) {
      if (key === CTRL_C) throw new CommandError('stopped', 'Stopped.');
      if (key === '\r' || key === '\n' || key === CTRL_D) return typed.join('');
      if (ERASE.includes(key)) typed.pop();
      else typed.push(key);
      if (typed.length > MOST_LENGTH) throw tooLong();
    }
  }
  return typed.join('');
}

async function readLine(input: PasswordInput): Promise<string> {
  let line = '';
  for await (const text of decode(input)) {
    line += text;
    if (line.includes('\n')) break;
    if (line.length > MOST_LENGTH) throw tooLong();
  }
  const [first = ''] = line.split(/\r?\n/);
  return first;
}

async function* decode(input: PasswordInput): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
}

function tooLong(): CommandError {
  return usageError(`A password has at most ${MOST_LENGTH} characters.`);
}
