import type { Model } from '@resumint/ai';
import type { DenialCounter } from '../denials/denial-counter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { InputMargin } from './input-margin.ts';

/** What a metered call needs. The model is reached through it alone, so no call goes unmetered. */
export interface Metering {
  ledger: Ledger;
  prices: PriceBook;
  model: Model;
  /** Counts a text as the models do; used where a provider does not say. */
  countTokens: (text: string) => number;
  /** Widens when a provider reports more input than was held for it. */
  inputMargin: InputMargin;
  /** Hears of calls that were refused. Quotes are none. */
  denials: DenialCounter;
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
  /** How long a caller waits for the end of a call to be written. */
  endMs: number;
  /** How long what could not be written while the caller waited is tried after they were told. */
  keepTryingMs: number;
}

/** Contention for one stream passes; a database that is away is told of sooner. */
const ADMIT_MS = 30_000;
const DRAIN_MS = 20_000;
const END_MS = 10_000;
const KEEP_TRYING_MS = 15 * 60_000;

/**
 * The times that follow from how long a call may hold. Where work may outlive its response for so long only, a call
 * whose caller leaves is admitted and released, or settled, drained and settled again, or kept trying, within that.
 */
export function callTimes(
  holdSeconds: number,
  { outliveMs = Infinity }: { outliveMs?: number } = {},
): CallTimes {
  const holdMs = holdSeconds * 1000;
  return {
    admitMs: Math.min(ADMIT_MS, outliveMs / 2),
    holdMs,
    settleMarginMs: holdMs / 6,
    drainMs: Math.min(DRAIN_MS, holdMs / 6, outliveMs / 3),
    endMs: Math.min(END_MS, outliveMs / 5),
    keepTryingMs: Math.min(KEEP_TRYING_MS, outliveMs / 2),
  };
}
