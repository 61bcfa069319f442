import type { WindowLimit } from './limits.ts';
import { planOf } from './plans.ts';
import { MOST_IN_FLIGHT, type Terms } from './terms.ts';

/** Who set the value that counts: the plan, an admin in its place, or the person below what was granted. */
export type LimitReason = 'plan' | 'admin' | 'user';

export interface EffectiveLimit {
  value: bigint | null;
  reason: LimitReason;
  /** What plan and admin allow, whatever the person lowered it to. */
  granted: bigint | null;
}

export interface EffectiveLimits extends Record<WindowLimit, EffectiveLimit> {
  inFlight: { value: number; reason: Exclude<LimitReason, 'user'> };
  /** By operation, where anybody has set a cap. */
  operationsPerDay: Record<string, EffectiveLimit>;
}

/** Resolves plan, admin override and own lower cap. An own cap above what is granted has no effect. */
export function effectiveLimits(terms: Terms): EffectiveLimits {
  const window = (name: WindowLimit) =>
    resolve(planOf(terms.plan).limits[name], terms.setByAdmin[name], terms.loweredByUser[name]);
  return {
    tokensPerDay: window('tokensPerDay'),
    costPerDay: window('costPerDay'),
    tokensPerMonth: window('tokensPerMonth'),
    costPerMonth: window('costPerMonth'),
    inFlight: inFlightOf(terms),
    operationsPerDay: operationLimits(terms),
  };
}

/** The limits of the two windows alone, by name. */
export function windowLimits(limits: EffectiveLimits): Record<WindowLimit, EffectiveLimit> {
  const { tokensPerDay, costPerDay, tokensPerMonth, costPerMonth } = limits;
  return { tokensPerDay, costPerDay, tokensPerMonth, costPerMonth };
}

function inFlightOf({ plan, maxInFlight }: Terms): EffectiveLimits['inFlight'] {
  const value = Math.min(maxInFlight ?? planOf(plan).maxInFlight, MOST_IN_FLIGHT);
  return { value, reason: maxInFlight === null ? 'plan' : 'admin' };
}

function operationLimits({ plan, operationsPerDay }: Terms): Record<string, EffectiveLimit> {
  const { setByAdmin, loweredByUser } = operationsPerDay;
  const granted = planOf(plan).operationsPerDay;
  const operations = new Set([granted, setByAdmin, loweredByUser].flatMap(Object.keys));
  return Object.fromEntries(
    [...operations]
      .toSorted()
      .map((operation) => [
        operation,
        resolve(granted[operation] ?? null, setByAdmin[operation], loweredByUser[operation]),
      ]),
  );
}

/** Undefined is what nobody has set; null is set to unlimited. */
function resolve(
  ofPlan: bigint | null,
  override: bigint | null | undefined,
  own: bigint | null | undefined,
): EffectiveLimit {
  const granted = override === undefined ? ofPlan : override;
  if (own !== undefined && own !== null && (granted === null || own < granted)) {
    return { value: own, reason: 'user', granted };
  }
  return { value: granted, reason: override === undefined ? 'plan' : 'admin', granted };
}
