import { tombstones } from '@resumint/drizzle';
import { asc, gt, isNull } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { readClock } from '../ledger/read-stream.ts';
import { finishErasure } from './finish-erasure.ts';

/**
 * A write that was under way when a person's rows were deleted can land after: a late entry on a head that a process
 * keeps for seconds, an upload, the result of a call. Statements die within seconds; this is many times that.
 */
const LOOKED_AT_AGAIN_MS = 10 * 60_000;
const MOST_AT_ONCE = 100;

/**
 * Finishes erasures that wait, and looks again at those that were finished a moment ago. One that fails keeps none of
 * the others. Bounded, by the index on `erased_at`; one of the few reads across users.
 */
export async function finishErasures(ledger: Ledger): Promise<{ erased: number; waiting: number }> {
  const { db } = ledger;
  const since = new Date((await readClock(ledger)) - LOOKED_AT_AGAIN_MS);
  const found = await Promise.all([
    db
      .select({ userId: tombstones.userId })
      .from(tombstones)
      .where(isNull(tombstones.erasedAt))
      .orderBy(asc(tombstones.userId))
      .limit(MOST_AT_ONCE),
    db
      .select({ userId: tombstones.userId })
      .from(tombstones)
      .where(gt(tombstones.erasedAt, since))
      .orderBy(asc(tombstones.erasedAt))
      .limit(MOST_AT_ONCE),
  ]);
  const outcomes = { erased: 0, waiting: 0 };
  const failures: unknown[] = [];
  for (const { userId } of found.flat()) {
    try {
      outcomes[await finishErasure(ledger, userId)] += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} erasures failed`);
  return outcomes;
}
