import { AppError } from '@resumint/errors';
import type { Ledger } from '../ledger/ledger.ts';
import { readStream, type Stream } from '../ledger/read-stream.ts';
import { advance } from '../stream/advance.ts';
import type { State } from '../stream/state.ts';
import type { MonthUsage } from './count-months.ts';
import { readPastMonths } from './read-months.ts';
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

/** The summary, and the months that have ended, each with what has fallen due by now. */
export async function readUsage(
  ledger: Ledger,
  userId: string,
): Promise<UsageSummary & { pastMonths: MonthUsage[] }> {
  const { head, clock } = await readHead(ledger, userId);
  const summary = summarize(head, clock);
  const pastMonths = await readPastMonths(ledger, userId, {
    before: summary.month.startsAt,
    headSeq: head.seq,
    isDue: advance(head, clock).entries.some(({ fact }) => fact.kind === 'expire'),
  });
  return { ...summary, pastMonths };
}

/** What is shown before a call is what its admission is decided on, so the head is kept for it. */
export async function readHead(ledger: Ledger, userId: string): Promise<Stream> {
  const sentAt = performance.now();
  const stream = await readStream(ledger, userId, []);
  if (stream) {
    ledger.combiner?.learn(userId, stream, sentAt);
    return stream;
  }
  throw new AppError('not_found', 'This account has no usage record.');
}
