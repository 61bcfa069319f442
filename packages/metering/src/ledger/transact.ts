import type { Decision, StreamView } from '../stream/decision.ts';
import { append } from './append.ts';
import type { Ledger } from './ledger.ts';
import { startPacing } from './pause.ts';
import { readPatiently } from './read-patiently.ts';
import { readStream, type Sought } from './read-stream.ts';
import { unverifiable } from './unverifiable.ts';

/** Which stream, for which of its operations, and how patiently. */
export interface StreamOf {
  userId: string;
  operationId: string;
  /** Settles when `decide` has all that it needs, and never fails. Awaited beside the read. */
  ready?: Promise<unknown>;
  /** Nothing is expected under the id yet, so it need not be looked for: a duplicate key would tell. */
  isNew?: boolean;
  /** Gives up after this long. */
  withinMs?: number;
  /** Hears of every insert that is sent, by the sequence of its first row: until it is answered it may still land. */
  onUncertain?: (seq: number) => void;
}

export type Decide<Outcome> = (view: StreamView) => Decision<Outcome>;

export const DEFAULT_WITHIN_MS = 10_000;

/**
 * Reads a stream, decides, appends, and on any failure reads again: what has landed is found there and answered,
 * the rest is decided anew on the newer head. A duplicate key, a deadlock and a lost answer are one case, so no error
 * text is read. Throws `limits_unverifiable` when it gives up; then an insert may still be under way.
 */
export function transact<Outcome>(
  ledger: Ledger,
  stream: StreamOf,
  decide: Decide<Outcome>,
): Promise<Outcome> {
  return ledger.combiner ? ledger.combiner.transact(stream, decide) : transactAlone(ledger, stream, decide);
}

async function transactAlone<Outcome>(
  ledger: Ledger,
  { userId, operationId, ready, isNew = false, withinMs = DEFAULT_WITHIN_MS, onUncertain }: StreamOf,
  decide: Decide<Outcome>,
): Promise<Outcome> {
  const until = performance.now() + withinMs;
  const pacing = startPacing();
  const read = (sought: Sought) => readStream(ledger, sought.userId, sought.operationIds);
  let operationIds = isNew ? [] : [operationId];
  let lastError: unknown;
  while (performance.now() < until) {
    const triedAt = performance.now();
    const [{ head, headMac, facts, clock }] = await Promise.all([
      readPatiently(read, { userId, operationIds, until }),
      ready,
    ]);
    const { entries, outcome } = decide({ head, earlier: facts.get(operationId) ?? [], clock });
    if (entries.length === 0) return outcome;
    onUncertain?.(head.seq + 1);
    try {
      await append(ledger, { userId, entries, headMac });
      return outcome;
    } catch (error) {
      lastError = error;
      // What was new may have landed, though its answer was lost: from now on it is looked for.
      operationIds = [operationId];
    }
    await pacing.pauseAfter({ headMac, tookMs: performance.now() - triedAt, until });
  }
  throw unverifiable(lastError);
}
