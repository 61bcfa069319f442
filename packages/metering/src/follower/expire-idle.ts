import { affectedRows, streamPositions as table } from '@resumint/drizzle';
import { and, eq, lte } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import { advance } from '../stream/advance.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { State } from '../stream/state.ts';
import type { Clock } from './start-clock.ts';

const MOST_STREAMS = 200;
/** Until a stream is looked at again that could not be written. */
const PAUSE_MS = 60_000;

type DueStream = Pick<typeof table.$inferSelect, 'userId' | 'seq' | 'nextExpiryAt'>;

/** Expires holds of people who do nothing: of those who do, their own next call does it. Gives how many. */
export async function expireIdle(
  ledger: Ledger,
  { clock, signal, report }: { clock: Clock; signal: AbortSignal; report: (error: unknown) => void },
): Promise<{ expired: number }> {
  let expired = 0;
  for (const stream of await dueStreams(ledger, clock())) {
    if (signal.aborted) break;
    try {
      const taken = await schedule(ledger, stream, clock() + PAUSE_MS);
      if (taken) expired += await expire(ledger, taken);
    } catch (error) {
      report(error);
    }
  }
  return { expired };
}

/** What falls due on the way to now, and nothing else. */
export function decideExpiry({ head, clock }: StreamView): Decision<{ expired: number; state: State }> {
  const { entries, state } = advance(head, clock);
  const expired = entries.filter(({ fact }) => fact.kind === 'expire').length;
  // Windows that merely ended are no reason to write.
  return { entries: expired > 0 ? entries : [], outcome: { expired, state } };
}

function dueStreams({ db }: Ledger, now: number): Promise<DueStream[]> {
  return db
    .select({ userId: table.userId, seq: table.seq, nextExpiryAt: table.nextExpiryAt })
    .from(table)
    .where(lte(table.nextExpiryAt, new Date(now)))
    .orderBy(table.nextExpiryAt)
    .limit(MOST_STREAMS);
}

async function expire(ledger: Ledger, taken: DueStream): Promise<number> {
  const { userId } = taken;
  const { expired, state } = await transact(ledger, { userId, operationId: '' }, decideExpiry);
  // Following does this as well, but not of a stream that is broken.
  const next = Math.min(...state.open.map(({ expiresAt }) => expiresAt));
  await schedule(ledger, taken, Number.isFinite(next) ? next : null);
  return expired;
}

/** Says when a stream is due next. Null when it was followed on, or somebody else has taken it. */
async function schedule({ db }: Ledger, stream: DueStream, next: number | null): Promise<DueStream | null> {
  const { userId, seq, nextExpiryAt: due } = stream;
  const nextExpiryAt = next === null ? null : new Date(next);
  if (due === null) return null;
  const scheduled = await db
    .update(table)
    .set({ nextExpiryAt })
    .where(and(eq(table.userId, userId), eq(table.seq, seq), eq(table.nextExpiryAt, due)));
  return affectedRows(scheduled) === 1 ? { ...stream, nextExpiryAt } : null;
}
