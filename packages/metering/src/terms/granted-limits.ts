import type { Ledger } from '../ledger/ledger.ts';
import type { State } from '../stream/state.ts';
import { changeTerms, type ChangeOf } from './change-terms.ts';
import { dayWithinMonth } from './day-within-month.ts';
import { WINDOW_LIMIT_NAMES, type WindowLimit } from './limits.ts';
import type { PlanVersion } from './plans.ts';
import type { Enforcement, Terms } from './terms.ts';

/** An admin's value for a limit in place of the plan's: null is unlimited, `plan` gives the plan's back. */
export type AdminLimit = bigint | null | 'plan';

/** What an admin sets for a person. What is left out stays as it is. */
export interface Grant {
  limits: Partial<Record<WindowLimit, AdminLimit>>;
  /** Null gives the plan's back. */
  maxInFlight?: number | null | undefined;
  operationsPerDay?: Record<string, AdminLimit> | undefined;
  enforcement?: Enforcement | undefined;
}

/** Sets what a person is granted in place of what their plan grants. */
export function setLimits(ledger: Ledger, of: ChangeOf, grant: Grant): Promise<State> {
  return changeTerms(ledger, of, (terms) => granted(terms, grant));
}

/**
 * Moves a person to a version of a plan. What an admin has set and what the person has lowered stay; the running
 * windows and what was used in them do too.
 */
export function setPlan(ledger: Ledger, of: ChangeOf, plan: PlanVersion): Promise<State> {
  return changeTerms(ledger, of, (terms) => onPlan(terms, plan));
}

export function granted(
  terms: Terms,
  { limits, maxInFlight, operationsPerDay = {}, enforcement }: Grant,
): Terms {
  const setByAdmin = { ...terms.setByAdmin };
  for (const name of WINDOW_LIMIT_NAMES) {
    const value = limits[name];
    if (value === 'plan') delete setByAdmin[name];
    else if (value !== undefined) setByAdmin[name] = value;
  }
  const operationsSetByAdmin = { ...terms.operationsPerDay.setByAdmin };
  for (const [operation, value] of Object.entries(operationsPerDay)) {
    if (value === 'plan') delete operationsSetByAdmin[operation];
    else operationsSetByAdmin[operation] = value;
  }
  const after = {
    ...terms,
    setByAdmin,
    operationsPerDay: { ...terms.operationsPerDay, setByAdmin: operationsSetByAdmin },
    ...(maxInFlight !== undefined && { maxInFlight }),
    ...(enforcement !== undefined && { enforcement }),
  };
  return dayWithinMonth(terms, after, 'granted');
}

export function onPlan(terms: Terms, plan: PlanVersion): Terms {
  return dayWithinMonth(terms, { ...terms, plan }, 'granted');
}
