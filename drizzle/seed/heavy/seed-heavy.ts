import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  alerts,
  connect,
  denials,
  ledger,
  operations,
  usageDaily,
  usageDimensions,
  usageMonths,
  usageQuarters,
} from '@resumint/drizzle';
import { moveWatermark } from '@resumint/metering';
import { sql } from 'drizzle-orm';
import { heavyPeople, type HeavyPeople, type HeavyPerson } from './heavy-people.ts';
import type { SeedTask } from './seed-task.ts';

export interface HeavySeed extends SeedTask, HeavyPeople {
  /** Hears how many of how many people are written. */
  report?: (line: string) => void;
}

const ANALYZED_WITHIN_MS = 120_000;
const MOST_PROCESSES = 4;
const REPORTED_EACH = 20;

/**
 * Writes the streams of many people by the ledger's own decisions, followed to their ends, in as many processes as there
 * are processors: what takes the time is to decide, to seal and to encode, and not the database. The same options write
 * the same.
 */
export async function seedHeavy({ report = () => {}, ...seed }: HeavySeed): Promise<void> {
  const { databaseUrl, secret, days, until } = seed;
  const people = heavyPeople(seed);
  const waiting = people.values();
  let written = 0;
  const seedSome = async () => {
    const child = startProcess({ databaseUrl, secret, days, until });
    try {
      await child.ready();
      for (const person of waiting) {
        await child.write(person);
        written += 1;
        if (written % REPORTED_EACH === 0) report(`${written} of ${people.length} people are written`);
      }
    } finally {
      child.end();
    }
  };
  const processes = Math.min(availableParallelism(), MOST_PROCESSES, people.length);
  await Promise.all(Array.from({ length: processes }, seedSome));
  await conclude(databaseUrl, until);
}

function startProcess(task: SeedTask) {
  const child = fork(fileURLToPath(new URL('./seed-process.ts', import.meta.url)), [JSON.stringify(task)], {
    execArgv: [],
  });
  const exited = once(child, 'exit');
  const ready = () => Promise.race([once(child, 'message'), exited.then(endedEarly)]);
  return {
    ready,
    write(person: HeavyPerson) {
      const isDone = ready();
      child.send(person);
      return isDone;
    },
    end: () => disconnect(child),
  };
}

function disconnect(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}

function endedEarly([code]: unknown[]): never {
  throw new Error(`a seeding process ended with ${String(code)}`);
}

/**
 * Each stream is followed: nothing of what is older is to be looked through for more. And what the server counts in its
 * tables by itself, some time after they have grown, it counts now: it chooses indexes by that.
 */
async function conclude(databaseUrl: string, until: number): Promise<void> {
  const { db, close } = await connect(databaseUrl, { timeoutMs: ANALYZED_WITHIN_MS });
  await moveWatermark(db, 'ledger', until);
  await moveWatermark(db, 'results', until);
  await db.execute(
    sql`analyze table ${sql.join(
      [ledger, operations, usageDaily, usageDimensions, usageMonths, usageQuarters, alerts, denials],
      sql`, `,
    )}`,
  );
  await close();
}
