import fc from 'fast-check';
import { CLOCK_CHANGES, ZONES } from './clock-changes.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Used {
  tokens: number;
  costNanos: bigint;
}

/** How a call is told to have ended, and how long after it began. */
export type End = { afterMs: number } & (
  | ({
      kind: 'settle';
      isEstimated: boolean;
      outcome: 'completed' | 'stopped' | 'lost' | 'unusable';
    } & Used)
  | { kind: 'release'; outcome: 'failed' | 'abandoned' }
);

export interface PastCall {
  kind: 'call';
  at: number;
  operation: string;
  model: string;
  held: Used;
  lifetimeMs: number;
  /** None runs still, or expires. Those after the first, or after its time, correct it where they know better. */
  ends: End[];
}

/** What happened to a stream. */
export type PastEvent =
  | PastCall
  | ({
      kind: 'adjust';
      at: number;
      scope: 'day' | 'month' | 'lifetime';
      reason: 'refund' | 'repair' | 'goodwill';
    } & Used)
  | { kind: 'zone'; at: number; zone: string }
  | { kind: 'limits'; at: number; tokensPerDay: bigint | null; enforcement: 'hard' | 'soft' };

/** A stream and the moment at which it is looked at, shortly after the clocks of its zone have changed. */
export interface Past {
  zone: string;
  now: number;
  openedAt: number;
  anchorDay: number;
  isUnlimited: boolean;
  events: PastEvent[];
  followed: 'nothing' | 'half' | 'all';
}

/** A calendar month and more: past months have ended, too. */
const OPENED_BEFORE_MS = 80 * DAY_MS;
/** As it is for most of the day of the change, and at times on the day after it. */
const LOOKED_AT_WITHIN_MS = 26 * HOUR_MS;

const tokens = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 900 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
);
/** To the nano-dollar, and past what a double of dollars could tell apart. */
const costNanos = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt({ min: 0n, max: 70_000_001n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 9_007_199_254_740_993n }) },
);
const used = { tokens, costNanos };

const end: fc.Arbitrary<End> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      afterMs: fc.integer({ min: 0, max: 6 * MINUTE_MS }),
      isEstimated: fc.boolean(),
      outcome: fc.constantFrom('completed', 'stopped', 'lost', 'unusable'),
      ...used,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('release' as const),
      afterMs: fc.integer({ min: 0, max: 6 * MINUTE_MS }),
      outcome: fc.constantFrom('failed', 'abandoned'),
    }),
  },
);

function arbitraryEvent(at: fc.Arbitrary<number>): fc.Arbitrary<PastEvent> {
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('call' as const),
        at,
        operation: fc.constantFrom('resume.parse', 'resume.summarize', 'resume.match'),
        model: fc.constantFrom('gpt-4.1-mini', 'gpt-4.1', 'gpt-5-nano'),
        held: fc.record(used),
        lifetimeMs: fc.integer({ min: 1, max: 5 * MINUTE_MS }),
        ends: fc.array(end, { maxLength: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('adjust' as const),
        at,
        scope: fc.constantFrom('day', 'month', 'lifetime'),
        reason: fc.constantFrom('refund', 'repair', 'goodwill'),
        tokens: fc.integer({ min: -600, max: 200 }),
        costNanos: fc.bigInt({ min: -40_000_001n, max: 20_000_001n }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('zone' as const), at, zone: fc.constantFrom(...ZONES) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('limits' as const),
        at,
        tokensPerDay: fc.option(fc.bigInt({ min: 0n, max: 5_000n })),
        enforcement: fc.constantFrom('hard', 'soft'),
      }),
    },
  );
}

/** Most of what happened was around the change and just now, where windows and expiries are. */
export function arbitraryPastIn(zone: string): fc.Arbitrary<Past> {
  const changes = CLOCK_CHANGES.filter((change) => change.zone === zone);
  return fc
    .record({
      change: fc.constantFrom(...changes),
      // Whole seconds: the clock of a connection is set in them.
      sinceMs: fc.integer({ min: 60, max: LOOKED_AT_WITHIN_MS / 1_000 }).map((seconds) => seconds * 1_000),
    })
    .chain(({ change, sinceMs }) => {
      const changesAt = Date.parse(change.changesAt);
      const now = changesAt + sinceMs;
      const before = (most: number) => fc.integer({ min: now - most, max: now });
      const at = fc.oneof(
        { weight: 4, arbitrary: before(6 * MINUTE_MS) },
        {
          weight: 5,
          arbitrary: fc.integer({
            min: changesAt - 3 * HOUR_MS,
            max: Math.min(now, changesAt + 3 * HOUR_MS),
          }),
        },
        { weight: 4, arbitrary: before(3 * DAY_MS) },
        { weight: 3, arbitrary: before(OPENED_BEFORE_MS) },
      );
      return fc.record({
        zone: fc.constant(zone),
        now: fc.constant(now),
        openedAt: fc.constant(now - OPENED_BEFORE_MS),
        anchorDay: fc.constantFrom(1, 1, 15, 31),
        isUnlimited: fc.boolean(),
        events: fc.array(arbitraryEvent(at), { minLength: 1, maxLength: 60, size: 'max' }),
        followed: fc.constantFrom('nothing', 'half', 'all'),
      });
    });
}
