import { persist } from '../calls/persist.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { writeHistory, type History } from '../ledger/write-history.ts';
import { followRows } from './follow-stream.ts';
import { BEGINNING } from './position.ts';

/** Together they have fewer rows of the roll-up to write than page by page. */
const ROWS_FOLLOWED_TOGETHER = 5_000;
const PATIENCE_MS = 60_000;

/** Writes a stream that has a past, followed to its end: with what its entries led to, as a follower would have had it. */
export async function writeFollowedHistory(ledger: Ledger, userId: string, history: History): Promise<void> {
  let from = BEGINNING;
  let waiting: LedgerRow[] = [];
  const follow = async () => {
    // Where two write neighbouring rows at once, the database may break one off: nothing of it has landed then.
    const to = await persist(PATIENCE_MS, () => followRows(ledger, waiting, from));
    if (!to) throw new Error(`${userId} is followed by somebody else while its history is written`);
    from = to;
    waiting = [];
  };
  await writeHistory(ledger, userId, {
    ...history,
    async landed(rows) {
      waiting.push(...rows);
      if (waiting.length >= ROWS_FOLLOWED_TOGETHER) await follow();
    },
  });
  await follow();
}
