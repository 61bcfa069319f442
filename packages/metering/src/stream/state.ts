import type { WindowLimit } from '../terms/limits.ts';
import type { TermsRecord } from '../terms/terms.ts';
import type { Span } from '../windows/span.ts';

/** A row of a newer version than this is refused: deploy readers before writers. */
export const NEWEST_STATE_VERSION = 3;

export interface Amount {
  tokens: number;
  costNanos: bigint;
}

/** What was spent and is held by the calls that a window admitted. */
export interface Meter extends Span {
  spent: Amount;
  held: Amount;
}

/** A call that was admitted and has not ended. Windows are named by their start. */
export interface OpenHold extends Amount {
  operationId: string;
  operation: string;
  model: string;
  priceVersion: string;
  admittedDay: number;
  admittedMonth: number;
  expiresAt: number;
}

export interface Crossing {
  limit: WindowLimit;
  percent: number;
}

/** The running state of one user's stream: what the last entry, the head, carries. */
export interface State {
  seq: number;
  /** The time of the last entry, in epoch milliseconds like every time here. */
  at: number;
  day: Meter;
  month: Meter;
  /** Kept while a hold admitted in it is open. */
  previousDay: Meter | null;
  previousMonth: Meter | null;
  /** Calls admitted in the running day, by operation. */
  admittedToday: Record<string, number>;
  /** The highest percentage of each limit that spending has crossed in its running window. */
  alertedPercent: Record<WindowLimit, number>;
  /** What the last entry itself crossed: of each limit the highest threshold, once in a window. */
  crossed: Crossing[];
  lifetime: Amount & { operations: number };
  open: OpenHold[];
  terms: TermsRecord;
  termsSeq: number;
}

export function emptyMeter({ startsAt, endsAt }: Span): Meter {
  return { startsAt, endsAt, spent: NOTHING, held: NOTHING };
}

export const NOTHING: Amount = { tokens: 0, costNanos: 0n };

export const NO_ALERTS: Record<WindowLimit, number> = {
  tokensPerDay: 0,
  costPerDay: 0,
  tokensPerMonth: 0,
  costPerMonth: 0,
};

export function add(left: Amount, right: Amount): Amount {
  return { tokens: left.tokens + right.tokens, costNanos: left.costNanos + right.costNanos };
}

export function subtract(left: Amount, right: Amount): Amount {
  return { tokens: left.tokens - right.tokens, costNanos: left.costNanos - right.costNanos };
}
