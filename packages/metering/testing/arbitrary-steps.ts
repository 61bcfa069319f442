import fc from 'fast-check';
import type { AdjustReason, AdjustScope, ReleaseOutcome, SettleOutcome } from '../src/stream/fact.ts';
import { PLAN_VERSIONS, type PlanVersion } from '../src/terms/plans.ts';
import type { Enforcement, LimitChanges, OperationCaps } from '../src/terms/terms.ts';
import { localMonth } from '../src/windows/month.ts';
import { arbitraryInstant, arbitraryZone, DAY_MS, HOUR_MS } from './arbitrary-times.ts';

/** Something that is asked of a stream, some time after the step before. Operations are named by a number. */
export type Step = { elapsedMs: number; operation: number } & (
  | {
      kind: 'hold';
      claim: string;
      payloadHash: string;
      tokens: number;
      costNanos: bigint;
      lifetimeMs: number;
    }
  | { kind: 'settle'; tokens: number; costNanos: bigint; isEstimated: boolean; outcome: SettleOutcome }
  | { kind: 'release'; outcome: ReleaseOutcome }
  | { kind: 'abandon'; claim: string; mayBeUnderWay: boolean }
  | {
      kind: 'limits';
      changes: LimitChanges;
      maxInFlight: number | null;
      caps: OperationCaps;
      enforcement: Enforcement;
    }
  | { kind: 'plan'; plan: PlanVersion }
  | { kind: 'zone'; zone: string }
  | { kind: 'adjust'; tokens: number; costNanos: bigint; scope: AdjustScope; reason: AdjustReason }
);

const operation = fc.integer({ min: 0, max: 12 });
const claim = fc.constantFrom('claim a', 'claim b');
const tokens = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 800 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 12_000 }) },
);
const costNanos = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 300_000_000n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 6_000_000_000n }) },
);
const isEstimated = fc.boolean();

/** Mostly moments, at times days, and at times a clock that runs back. */
const elapsedMs = fc.oneof(
  { weight: 24, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 * 60_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: -60_000, max: 0 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 * HOUR_MS }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY_MS }) },
  { weight: 1, arbitrary: fc.integer({ min: -26 * HOUR_MS, max: 0 }) },
);

const limit = fc.option(fc.bigInt({ min: 0n, max: 20_000n }));
const limitChanges = fc.record(
  {
    tokensPerDay: limit,
    tokensPerMonth: limit,
    costPerDay: fc.option(fc.bigInt({ min: 0n, max: 6_000_000_000n })),
    costPerMonth: fc.option(fc.bigInt({ min: 0n, max: 6_000_000_000n })),
  },
  { requiredKeys: [] },
);

const cap = fc.option(fc.bigInt({ min: 0n, max: 6n }));
const operationCaps = fc.record({ summarize: cap, parse: cap }, { requiredKeys: [] });
const enforcement = fc.constantFrom('hard' as const, 'hard' as const, 'soft' as const);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('hold' as const),
      elapsedMs,
      operation,
      claim,
      payloadHash: fc.constantFrom('payload a', 'payload a', 'payload b'),
      tokens,
      costNanos,
      lifetimeMs: fc.integer({ min: 1, max: 10 * 60_000 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      elapsedMs,
      operation,
      tokens,
      costNanos,
      isEstimated,
      outcome: fc.constantFrom(
        'completed' as const,
        'stopped' as const,
        'lost' as const,
        'unusable' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('release' as const),
      elapsedMs,
      operation,
      outcome: fc.constantFrom('failed' as const, 'abandoned' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('abandon' as const),
      elapsedMs,
      operation,
      claim,
      mayBeUnderWay: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('limits' as const),
      elapsedMs,
      operation,
      changes: limitChanges,
      maxInFlight: fc.option(fc.integer({ min: 0, max: 32 })),
      caps: operationCaps,
      enforcement,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('plan' as const),
      elapsedMs,
      operation,
      plan: fc.constantFrom(...PLAN_VERSIONS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('zone' as const), elapsedMs, operation, zone: arbitraryZone }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      elapsedMs,
      operation,
      tokens: fc.integer({ min: -1_500, max: 200 }),
      costNanos: fc.bigInt({ min: -400_000_000n, max: 50_000_000n }),
      scope: fc.constantFrom('day' as const, 'month' as const, 'lifetime' as const),
      reason: fc.constantFrom('refund' as const, 'repair' as const, 'goodwill' as const),
    }),
  },
);

/** A stream that is opened, and what is asked of it. */
export interface History {
  openedAt: number;
  zone: string;
  anchorDay: number;
  steps: Step[];
}

const arbitraryOpening = fc.record({
  openedAt: arbitraryInstant,
  zone: arbitraryZone,
  anchorDay: fc.constantFrom(1, 15, 29, 31),
});

/** Minutes before both windows end, where calls of either side meet. */
const arbitraryOpeningAtMonthsEnd = fc
  .tuple(arbitraryOpening, fc.integer({ min: 1, max: 3 * 60_000 }))
  .map(([{ openedAt, zone, anchorDay }, earlierMs]) => {
    const { endsAt } = localMonth({ zone, day: anchorDay }, openedAt);
    return { openedAt: endsAt - earlierMs, zone, anchorDay };
  });

export const arbitraryHistory: fc.Arbitrary<History> = fc
  .tuple(
    fc.oneof(arbitraryOpening, arbitraryOpeningAtMonthsEnd),
    fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
  )
  .map(([opening, steps]) => ({ ...opening, steps }));
