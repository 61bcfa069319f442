import { advance } from '../stream/advance.ts';
import { assess, assessOperations } from '../stream/assess.ts';
import { NOTHING, type Amount, type State } from '../stream/state.ts';
import { effectiveLimits } from '../terms/effective-limits.ts';
import { WINDOW_LIMIT_NAMES, type WindowLimit } from '../terms/limits.ts';
import type { PlanVersion } from '../terms/plans.ts';
import type { Enforcement } from '../terms/terms.ts';
import { percentOf, windowUsage, type WindowUsage } from './window-usage.ts';

export interface UsageWarning {
  limit: WindowLimit;
  percentUsed: number;
  warnAtPercent: number;
}

/** Calls of one operation in the running day, where they are capped. */
export interface OperationUsage {
  operation: string;
  limit: bigint;
  used: bigint;
  held: bigint;
  remaining: bigint;
}

export interface UsageSummary {
  /** When these numbers were true, by the database's clock. */
  at: Date;
  zone: string;
  /** Takes the place of `zone` when the running day ends. */
  nextZone: string | null;
  plan: PlanVersion;
  /** Soft limits warn and refuse nothing. */
  enforcement: Enforcement;
  lifetime: Amount & { operations: number };
  day: WindowUsage;
  month: WindowUsage;
  /** The limit of which most is used and held; null where none exists. */
  nearest: { limit: WindowLimit; percent: number } | null;
  warnings: UsageWarning[];
  inFlight: { running: number; allowed: number };
  operationsToday: OperationUsage[];
}

/** A person's usage as it stands: the one source of every number on every screen. */
export function summarize(head: State, clock: number): UsageSummary {
  const { state, now } = advance(head, clock);
  const { inForce, scheduled } = state.terms;
  return {
    at: new Date(now),
    zone: inForce.zone,
    nextZone: scheduled && scheduled.terms.zone !== inForce.zone ? scheduled.terms.zone : null,
    plan: inForce.plan,
    enforcement: inForce.enforcement,
    lifetime: state.lifetime,
    ...windowUsage(state),
    nearest: nearestOf(state),
    warnings: warningsOf(state),
    inFlight: { running: state.open.length, allowed: effectiveLimits(inForce).inFlight.value },
    operationsToday: operationsOf(state),
  };
}

function operationsOf(state: State): OperationUsage[] {
  return assessOperations(state).flatMap(({ operation, allowed: limit, spent: used, held, remaining }) =>
    limit === null || remaining === null ? [] : [{ operation, limit, used, held, remaining }],
  );
}

function nearestOf(state: State): UsageSummary['nearest'] {
  const standings = assess(state, NOTHING);
  return WINDOW_LIMIT_NAMES.reduce<UsageSummary['nearest']>((nearest, limit) => {
    const { allowed, spent, held } = standings[limit];
    const percent = percentOf(spent + held, allowed);
    return percent !== null && (nearest === null || percent > nearest.percent) ? { limit, percent } : nearest;
  }, null);
}

function warningsOf(state: State): UsageWarning[] {
  const { warnAtPercent } = state.terms.inForce;
  const standings = assess(state, NOTHING);
  return WINDOW_LIMIT_NAMES.flatMap((limit) => {
    const { allowed, spent, unit } = standings[limit];
    const percentUsed = percentOf(spent, allowed);
    const warnAt = unit === 'tokens' ? warnAtPercent.tokens : warnAtPercent.cost;
    return percentUsed !== null && percentUsed >= warnAt
      ? [{ limit, percentUsed, warnAtPercent: warnAt }]
      : [];
  });
}
