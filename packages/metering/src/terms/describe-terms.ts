import { effectiveLimits, windowLimits } from './effective-limits.ts';
import { PLANS } from './plans.ts';
import type { Terms } from './terms.ts';

/** What terms come to for the person: each limit with its value and who set it, what the plan costs, and what is told. */
export function describeTerms(terms: Terms) {
  const limits = effectiveLimits(terms);
  const { pricePerMonthNanos, pricePerYearNanos } = PLANS[terms.plan];
  return {
    plan: terms.plan,
    price: { perMonthNanos: pricePerMonthNanos, perYearNanos: pricePerYearNanos },
    limits: windowLimits(limits),
    maxInFlight: limits.inFlight.value,
    maxInFlightReason: limits.inFlight.reason,
    operationsPerDay: limits.operationsPerDay,
    warnAtPercent: terms.warnAtPercent,
    alertAtPercent: terms.alertAtPercent,
    enforcement: terms.enforcement,
  };
}
