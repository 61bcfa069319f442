import { AppError } from '@resumint/errors';
import type { Ledger } from '../ledger/ledger.ts';
import { readStream, type Stream } from '../ledger/read-stream.ts';
import { advance } from '../stream/advance.ts';
import type { ExpireFact } from '../stream/fact.ts';
import { add, type Amount, type State } from '../stream/state.ts';
import { readPastMonths, type MonthUsage } from './read-months.ts';
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

/** The summary, and the months that have ended: the same moment in both, with what has fallen due by then. */
export async function readUsage(
  ledger: Ledger,
  userId: string,
): Promise<UsageSummary & { pastMonths: MonthUsage[] }> {
  const { head, clock } = await readHead(ledger, userId);
  const summary = summarize(head, clock);
  const stored = await readPastMonths(ledger, userId, summary.month.startsAt);
  const due = advance(head, clock).entries.flatMap(({ fact }) => (fact.kind === 'expire' ? [fact] : []));
  return { ...summary, pastMonths: stored.map((month) => addDue(month, due)) };
}

/** What expired but is not written yet counts in the month that admitted it, as it does in the summary. */
function addDue(month: MonthUsage, due: ExpireFact[]): MonthUsage {
  const expired = due.filter(({ admittedMonth }) => admittedMonth === month.startsAt.getTime());
  const { tokens, costNanos } = expired.reduce<Amount>(add, month);
  return { ...month, tokens, costNanos, operations: month.operations + expired.length };
}

async function readHead(ledger: Ledger, userId: string): Promise<Stream> {
  const stream = await readStream(ledger, userId, '');
  if (stream) return stream;
  throw new AppError('not_found', 'This account has no usage record.');
}
