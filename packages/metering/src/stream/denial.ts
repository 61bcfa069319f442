import type { LimitDenial, WayThrough } from '@resumint/errors';
import { PLAN_VERSIONS, planOf } from '../terms/plans.ts';
import { MOST_IN_FLIGHT } from '../terms/terms.ts';
import { advance } from './advance.ts';
import type { CallRequest } from './assess.ts';
import { refusalOf, type Excess } from './excess.ts';
import type { State } from './state.ts';

/**
 * Why a request cannot be admitted now, or null when it can. Its ways through were each put to the admission test:
 * none is offered that would itself be refused if nothing else happened.
 */
export function denialOf(state: State, request: CallRequest): LimitDenial | null {
  const excess = refusalOf(state, request);
  if (!excess) return null;
  return {
    ...excess,
    waysThrough: [...waitFor(state, request, excess), ...planFor(state, request), { kind: 'withoutAi' }],
  };
}

/** One limit after the other may have to free: each window once, and each open call. */
const MOST_WAITS = MOST_IN_FLIGHT + 4;

function waitFor(state: State, request: CallRequest, { resetsAt }: Excess): WayThrough[] {
  let until = resetsAt;
  for (let waits = 0; until !== null && waits < MOST_WAITS; waits += 1) {
    const refusal = refusalOf(advance(state, until.getTime()).state, request);
    if (!refusal) return [{ kind: 'wait', until }];
    until = refusal.resetsAt;
  }
  return [];
}

/** The cheapest plan above the person's own that has room, with what an admin and the person have set left as it is. */
function planFor(state: State, request: CallRequest): WayThrough[] {
  const { inForce } = state.terms;
  const { pricePerMonthNanos: pricePaid } = planOf(inForce.plan);
  const plan = PLAN_VERSIONS.find((version) => {
    if (planOf(version).pricePerMonthNanos <= pricePaid) return false;
    const terms = { ...state.terms, inForce: { ...inForce, plan: version } };
    return refusalOf({ ...state, terms }, request) === null;
  });
  if (!plan) return [];
  return [{ kind: 'plan', plan, pricePerMonthNanos: planOf(plan).pricePerMonthNanos }];
}
