import type { Ledger } from '../ledger/ledger.ts';
import { BrokenStreamError } from './broken-stream-error.ts';
import { findChangedStreams, type ChangedStream } from './find-changed-streams.ts';
import { followStream } from './follow-stream.ts';
import type { Clock } from './start-clock.ts';
import { moveWatermark, OVERLAP_MS, readWatermark } from './watermark.ts';

export interface FollowOptions {
  clock: Clock;
  /** Up to which entry streams were tried by this process: what lies in the overlap is not tried again. */
  tried: Map<string, number>;
  /** Hears of streams that could not be followed. */
  report: (error: unknown) => void;
  signal: AbortSignal;
}

export interface FollowCounts {
  streams: number;
  entries: number;
  broken: number;
  failed: number;
}

const MOST_REMEMBERED = 50_000;
const STREAMS_AT_ONCE = 4;

/**
 * Follows every stream with new entries. The watermark passes a time only when all streams that changed by then were
 * followed, or are broken: those stay where they are, and are tried again when they get another entry. One that failed
 * otherwise holds up the watermark and no other stream.
 */
export async function followChanged(ledger: Ledger, options: FollowOptions): Promise<FollowCounts> {
  const { clock, signal } = options;
  const counts: FollowCounts = { streams: 0, entries: 0, broken: 0, failed: 0 };
  const now = clock();
  const mark = await readWatermark(ledger.db, 'ledger');
  // A clock that was set back is followed back.
  let since = Math.max(0, Math.min(mark, now) - OVERLAP_MS);
  for (;;) {
    const { streams, until } = await findChangedStreams(ledger.db, new Date(since));
    for (let from = 0; from < streams.length; from += STREAMS_AT_ONCE) {
      if (signal.aborted) return counts;
      const some = streams.slice(from, from + STREAMS_AT_ONCE);
      await Promise.all(some.map((stream) => followOne(ledger, stream, { ...options, counts })));
    }
    if (until === null) break;
    since = until.getTime();
    if (since > mark && counts.failed === 0) await moveWatermark(ledger.db, 'ledger', since);
  }
  if (counts.failed === 0) await moveWatermark(ledger.db, 'ledger', now);
  return counts;
}

async function followOne(
  ledger: Ledger,
  { userId, seq }: ChangedStream,
  { tried, report, counts }: FollowOptions & { counts: FollowCounts },
): Promise<void> {
  if ((tried.get(userId) ?? 0) >= seq) return;
  try {
    const entries = await followStream(ledger, userId);
    counts.streams += entries > 0 ? 1 : 0;
    counts.entries += entries;
  } catch (error) {
    report(error);
    if (!(error instanceof BrokenStreamError)) {
      counts.failed += 1;
      return;
    }
    counts.broken += 1;
  }
  if (tried.size >= MOST_REMEMBERED) tried.clear();
  tried.set(userId, seq);
}
