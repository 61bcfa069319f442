import type { WindowLimit } from './limits.ts';
import { PLANS } from './plans.ts';
import { MOST_IN_FLIGHT, type Terms } from './terms.ts';

/** Who set the value that counts: the plan, an admin in its place, or the person below what was granted. */
export type LimitReason = 'plan' | 'admin' | 'user';

export interface EffectiveLimit {
  value: bigint | null;
  reason: LimitReason;
  /** What plan and admin allow, whatever the person lowered it to. */
  granted: bigint | null;
}

export type EffectiveLimits = Record<WindowLimit, EffectiveLimit>;

/** Resolves plan, admin override and own lower cap. An own cap above what is granted has no effect. */
export function effectiveLimits(terms: Terms): EffectiveLimits {
  return {
    tokensPerDay: resolve(terms, 'tokensPerDay'),
    costPerDay: resolve(terms, 'costPerDay'),
    tokensPerMonth: resolve(terms, 'tokensPerMonth'),
    costPerMonth: resolve(terms, 'costPerMonth'),
  };
}

export function maxInFlight(terms: Terms): number {
  return Math.min(terms.maxInFlight ?? PLANS[terms.plan].maxInFlight, MOST_IN_FLIGHT);
}

function resolve(terms: Terms, name: WindowLimit): EffectiveLimit {
  const override = terms.setByAdmin[name];
  const granted = override === undefined ? PLANS[terms.plan].limits[name] : override;
  const own = terms.loweredByUser[name];
  if (own !== undefined && own !== null && (granted === null || own < granted)) {
    return { value: own, reason: 'user', granted };
  }
  return { value: granted, reason: override === undefined ? 'plan' : 'admin', granted };
}
