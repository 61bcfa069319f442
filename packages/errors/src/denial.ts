export type LimitName =
  'tokensPerDay' | 'costPerDay' | 'tokensPerMonth' | 'costPerMonth' | 'inFlight' | 'operationsPerDay';

/** Something the person can do now that would be admitted. */
export type WayThrough = { kind: 'wait'; until: Date } | { kind: 'withoutAi' };

/**
 * Why a call was refused. Amounts of token and count limits are plain counts, those of cost limits nano-dollars;
 * `remaining` is never negative.
 */
export interface LimitDenial {
  limit: LimitName;
  unit: 'tokens' | 'nanos' | 'calls';
  allowed: bigint;
  used: bigint;
  held: bigint;
  requested: bigint;
  remaining: bigint;
  /** The window that binds; null for the in-flight limit, which no window frees. */
  window: { startsAt: Date; endsAt: Date } | null;
  /** When the limit frees by itself; null when time does not help. */
  resetsAt: Date | null;
  zone: string;
  waysThrough: WayThrough[];
}
