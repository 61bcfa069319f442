import { createInterface } from 'node:readline';
import type { Screen } from './io.ts';

/** Asks a question at a terminal; anything but yes is no. */
export async function confirm(input: NodeJS.ReadableStream, err: Screen, question: string): Promise<boolean> {
  err.write(`${question} [y/N] `);
  // Not as a terminal of its own, so that Ctrl-C ends the process as ever.
  for await (const answer of createInterface({ input, terminal: false })) {
    return /^y(es)?$/i.test(answer.trim());
  }
  return false;
}
