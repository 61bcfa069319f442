import { AppError } from '@resumint/errors';
import type { Ledger } from '../ledger/ledger.ts';
import { readStream, type Stream } from '../ledger/read-stream.ts';
import { advance } from '../stream/advance.ts';
import type { State } from '../stream/state.ts';
import { summarize, type UsageSummary } from './summarize.ts';

/** The state of a person's stream, brought to now by the database's clock. */
export async function readState(ledger: Ledger, userId: string): Promise<{ state: State; now: number }> {
  const { head, clock } = await readHead(ledger, userId);
  const { state, now } = advance(head, clock);
  return { state, now };
}

export async function readSummary(ledger: Ledger, userId: string): Promise<UsageSummary> {
  const { head, clock } = await readHead(ledger, userId);
  return summarize(head, clock);
}

async function readHead(ledger: Ledger, userId: string): Promise<Stream> {
  const stream = await readStream(ledger, userId, '');
  if (stream) return stream;
  throw new AppError('not_found', 'This account has no usage record.');
}
