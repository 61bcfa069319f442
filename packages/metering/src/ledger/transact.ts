import { ledger as table } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { Ledger } from './ledger.ts';
import { readStream, type Stream } from './read-stream.ts';
import { toRows, type UnsealedRow } from './rows.ts';
import { seal } from './seal.ts';

/** Which stream, for which of its operations, and how patiently. */
export interface StreamOf {
  userId: string;
  operationId: string;
  /** Gives up after this long. */
  withinMs?: number;
  /** Hears of every insert that is sent, by the sequence of its first row: until it is answered it may still land. */
  onUncertain?: (seq: number) => void;
}

const DEFAULT_WITHIN_MS = 10_000;
/** The database is away, or it is not what this code was made for. */
const MOST_FAILED_READS = 3;
const PAUSE_AFTER_FAILED_READ_MS = 100;
const LONGEST_PAUSE_MS = 250;

/**
 * Reads a stream, decides, appends, and on any failure reads again: what has landed is found there and answered,
 * the rest is decided anew on the newer head. A duplicate key, a deadlock and a lost answer are one case, so no error
 * text is read. Throws `limits_unverifiable` when it gives up; then an insert may still be under way.
 */
export async function transact<Outcome>(
  ledger: Ledger,
  { userId, operationId, withinMs = DEFAULT_WITHIN_MS, onUncertain }: StreamOf,
  decide: (view: StreamView) => Decision<Outcome> | Promise<Decision<Outcome>>,
): Promise<Outcome> {
  const startedAt = performance.now();
  let lastError: unknown;
  for (let tries = 0; performance.now() - startedAt < withinMs; tries += 1) {
    const triedAt = performance.now();
    const view = await readPatiently(ledger, { userId, operationId, until: startedAt + withinMs });
    const { entries, outcome } = await decide(view);
    if (entries.length === 0) return outcome;
    onUncertain?.(view.head.seq + 1);
    try {
      await append(ledger, toRows(userId, entries), view.headMac);
      return outcome;
    } catch (error) {
      lastError = error;
    }
    const roundTripMs = performance.now() - triedAt;
    await pause(Math.random() * Math.min(roundTripMs * 2 ** tries, LONGEST_PAUSE_MS));
  }
  throw unverifiable(lastError);
}

async function readPatiently(
  ledger: Ledger,
  { userId, operationId, until }: { userId: string; operationId: string; until: number },
): Promise<Stream> {
  for (let failures = 1; ; failures += 1) {
    try {
      const stream = await readStream(ledger, userId, operationId);
      if (stream) return stream;
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (failures >= MOST_FAILED_READS || performance.now() >= until) throw unverifiable(error);
      await pause(PAUSE_AFTER_FAILED_READ_MS * failures);
      continue;
    }
    throw new AppError('not_found', 'This account has no usage record.');
  }
}

/** One statement, so all rows land or none. A head that has moved on makes it a duplicate key. */
async function append({ db, key }: Ledger, rows: UnsealedRow[], headMac: string): Promise<void> {
  await db.insert(table).values(await seal(rows, headMac, key));
}

function unverifiable(cause: unknown): AppError {
  return new AppError(
    'limits_unverifiable',
    'Your limits cannot be verified right now. Nothing was spent. Please try again shortly.',
    { cause },
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
