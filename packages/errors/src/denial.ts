export type LimitName =
  'tokensPerDay' | 'costPerDay' | 'tokensPerMonth' | 'costPerMonth' | 'inFlight' | 'operationsPerDay';

/**
 * What would let the same work through. Each was put to the same test as the call itself, as things stand, and passed
 * it; `withoutAi` needs no admission.
 */
export type WayThrough =
  | { kind: 'wait'; until: Date }
  /** The most output with which the call fits, and still gives something of use. */
  | { kind: 'smallerOutput'; maxOutputTokens: number }
  | { kind: 'cheaperModel'; model: string }
  | { kind: 'plan'; plan: string; pricePerMonthNanos: bigint }
  | { kind: 'withoutAi' };

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
