import { denials, type Database } from '@resumint/drizzle';
import type { LimitName } from '@resumint/errors';
import { sql } from 'drizzle-orm';

/** A call that was refused: whose, by which limit, in which day of theirs. */
export interface RefusedCall {
  userId: string;
  operation: string;
  limit: LimitName;
  dayStartsAt: number;
  at: number;
}

/** Counts refused calls, which write nothing to the ledger. */
export interface DenialCounter {
  /** Costs no statement now. `keepAlive` gets the write that follows. */
  count: (refused: RefusedCall, keepAlive: (work: Promise<unknown>) => void) => void;
  /** Writes what was counted. What could not be written is kept for the next time, and told by a throw. */
  flush: () => Promise<void>;
}

interface Counted extends RefusedCall {
  count: number;
}

/** More people than a process refuses in a few seconds. With so many waiting, no further one is counted. */
const MOST_ROWS = 10_000;

/**
 * Gathers counts in memory and writes them some time after the first, a row for each person, day, limit and operation.
 * With `flushAfterMs` 0 each is written at once by the request that it belongs to: on workerd none may wait for
 * another. A lost answer may count a refusal twice, and a killed process loses what it had not written.
 */
export function createDenialCounter({
  db,
  flushAfterMs,
  mostRows = MOST_ROWS,
}: {
  db: Database;
  flushAfterMs: number;
  mostRows?: number;
}): DenialCounter {
  const waiting = new Map<string, Counted>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const add = (counted: Counted) => {
    const { userId, dayStartsAt, limit, operation } = counted;
    const key = [userId, dayStartsAt, limit, operation].join('\n');
    const there = waiting.get(key);
    if (there) {
      there.count += counted.count;
      there.at = Math.max(there.at, counted.at);
    } else if (waiting.size < mostRows) {
      waiting.set(key, counted);
    }
  };
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    // What is counted meanwhile waits for the next time, or one person could keep this going.
    const due = [...waiting];
    for (const [key, counted] of due) {
      if (waiting.get(key) !== counted) continue;
      waiting.delete(key);
      try {
        await write(db, counted);
      } catch (error) {
        add(counted);
        throw error;
      }
    }
  };
  return {
    count(refused, keepAlive) {
      add({ ...refused, count: 1 });
      if (flushAfterMs === 0) keepAlive(flush());
      else timer ??= setTimeout(() => keepAlive(flush()), flushAfterMs);
    },
    flush,
  };
}

async function write(db: Database, { userId, dayStartsAt, limit, ...counted }: Counted): Promise<void> {
  const { operation, count } = counted;
  const lastAt = new Date(counted.at);
  await db
    .insert(denials)
    .values({ userId, dayStart: new Date(dayStartsAt), limitName: limit, operation, count, lastAt })
    .onDuplicateKeyUpdate({
      set: {
        count: sql`${denials.count} + ${count}`,
        lastAt: sql`greatest(${denials.lastAt}, ${sql.param(lastAt, denials.lastAt)})`,
      },
    });
}
