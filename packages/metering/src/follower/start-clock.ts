import type { Ledger } from '../ledger/ledger.ts';
import { readClock } from '../ledger/read-stream.ts';

/** Tells the time, in epoch milliseconds. */
export type Clock = () => number;

/** The database's clock, read once and carried on by this process's: what falls due is due everywhere at once. */
export async function startClock(ledger: Ledger): Promise<Clock> {
  const readAt = performance.now();
  const startedAt = await readClock(ledger);
  return () => startedAt + Math.floor(performance.now() - readAt);
}
