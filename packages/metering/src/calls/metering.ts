import type { Model } from '@resumint/ai';
import type { Ledger } from '../ledger/ledger.ts';
import type { PriceBook } from '../prices/price-book.ts';

/** What a metered call needs. The model is reached through it alone, so no call goes unmetered. */
export interface Metering {
  ledger: Ledger;
  prices: PriceBook;
  model: Model;
  /** Counts a text as the models do; used where a provider does not say. */
  countTokens: (text: string) => number;
  times: CallTimes;
}

export interface CallTimes {
  /** How long an admission may take before the caller is told that limits cannot be verified. */
  admitMs: number;
  /** How long a call may hold; then it is charged in full, as an estimate. */
  holdMs: number;
  /** A model is given up this long before its hold expires, which leaves time to settle. */
  settleMarginMs: number;
  /** How long a stopped stream is listened to for what was really used. */
  drainMs: number;
}

/** Contention for one stream passes; a database that is away is told of sooner. */
const ADMIT_MS = 30_000;

/** The times that follow from how long a call may hold. */
export function callTimes(holdSeconds: number): CallTimes {
  const holdMs = holdSeconds * 1000;
  return { admitMs: ADMIT_MS, holdMs, settleMarginMs: holdMs / 6, drainMs: Math.min(20_000, holdMs / 6) };
}
