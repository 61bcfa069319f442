import { assess, type LimitStanding } from '../stream/assess.ts';
import { NOTHING, type State } from '../stream/state.ts';

/** One limit in a window, in its own unit. `limit` and what follows from it are null where unlimited. */
export interface UsageOfLimit {
  limit: bigint | null;
  used: bigint;
  held: bigint;
  remaining: bigint | null;
  /** To a tenth of a percent, rounded down; over 100 where a provider used more than it was allowed. */
  percentUsed: number | null;
  percentHeld: number | null;
  /** At or past the percentage at which the person is warned. */
  isNear: boolean;
}

export interface WindowUsage {
  startsAt: Date;
  resetsAt: Date;
  tokens: UsageOfLimit;
  cost: UsageOfLimit;
}

/** Both windows of a state that was advanced to now. Every screen's numbers are these. */
export function windowUsage(state: State): { day: WindowUsage; month: WindowUsage } {
  const standings = assess(state, NOTHING);
  const warnAt = state.terms.inForce.warnAtPercent;
  return {
    day: {
      startsAt: new Date(state.day.startsAt),
      resetsAt: new Date(state.day.endsAt),
      tokens: usageOf(standings.tokensPerDay, warnAt.tokens),
      cost: usageOf(standings.costPerDay, warnAt.cost),
    },
    month: {
      startsAt: new Date(state.month.startsAt),
      resetsAt: new Date(state.month.endsAt),
      tokens: usageOf(standings.tokensPerMonth, warnAt.tokens),
      cost: usageOf(standings.costPerMonth, warnAt.cost),
    },
  };
}

/** A share of a limit in percent, to a tenth, rounded down. A limit of nothing is always used up. */
export function percentOf(amount: bigint, limit: bigint | null): number | null {
  if (limit === null) return null;
  return limit === 0n ? 100 : Number((amount * 1000n) / limit) / 10;
}

function usageOf({ allowed, spent, held, remaining }: LimitStanding, warnAtPercent: number): UsageOfLimit {
  // A correction may follow a refund of what it corrects: the meter is then below zero, which gives room and is no use.
  const used = spent > 0n ? spent : 0n;
  const percentUsed = percentOf(used, allowed);
  return {
    limit: allowed,
    used,
    held,
    remaining,
    percentUsed,
    percentHeld: percentOf(held, allowed),
    isNear: percentUsed !== null && percentUsed >= warnAtPercent,
  };
}
