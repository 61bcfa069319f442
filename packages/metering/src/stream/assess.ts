import type { LimitDenial } from '@resumint/errors';
import { effectiveLimits, maxInFlight, type LimitReason } from '../terms/effective-limits.ts';
import { WINDOW_LIMITS, type WindowLimit } from '../terms/limits.ts';
import { amountOf } from './evolve.ts';
import type { Amount, State } from './state.ts';

/** One limit as it stands, with what a call asks of it. Amounts are in the limit's own unit. */
export interface LimitStanding {
  limit: WindowLimit;
  unit: 'tokens' | 'nanos';
  /** Null is unlimited. */
  allowed: bigint | null;
  reason: LimitReason;
  granted: bigint | null;
  spent: bigint;
  held: bigint;
  requested: bigint;
  /** Never negative; null where unlimited. Before the request. */
  remaining: bigint | null;
  startsAt: number;
  resetsAt: number;
}

/** How a request stands to each limit, in a state that was advanced to now. Gate, quote and screens use it. */
export function assess(state: State, request: Amount): Record<WindowLimit, LimitStanding> {
  const limits = effectiveLimits(state.terms.inForce);
  const stand = (limit: WindowLimit): LimitStanding => {
    const { value: allowed, reason, granted } = limits[limit];
    const { unit } = WINDOW_LIMITS[limit];
    const { spent, held, window } = amountOf(state, limit);
    return {
      limit,
      unit,
      allowed,
      reason,
      granted,
      spent,
      held,
      requested: unit === 'tokens' ? BigInt(request.tokens) : request.costNanos,
      remaining: allowed === null ? null : positive(allowed - spent - held),
      startsAt: window.startsAt,
      resetsAt: window.endsAt,
    };
  };
  return {
    tokensPerDay: stand('tokensPerDay'),
    costPerDay: stand('costPerDay'),
    tokensPerMonth: stand('tokensPerMonth'),
    costPerMonth: stand('costPerMonth'),
  };
}

/** Why a request cannot be admitted now, or null when it can. */
export function denialOf(state: State, request: Amount): LimitDenial | null {
  const exceeded = Object.values(assess(state, request)).filter(isExceeded);
  const binding = exceeded.sort(byHowLongItBinds)[0];
  if (binding) return windowDenial(state, binding);
  const most = maxInFlight(state.terms.inForce);
  return state.open.length >= most ? inFlightDenial(state, most) : null;
}

type ExceededStanding = LimitStanding & { allowed: bigint };

function isExceeded(standing: LimitStanding): standing is ExceededStanding {
  const { allowed, spent, held, requested } = standing;
  return allowed !== null && spent + held + requested > allowed;
}

/** First what time never frees, then what time frees last: passing any other would still meet this one. */
function byHowLongItBinds(left: ExceededStanding, right: ExceededStanding): number {
  const freesAt = ({ requested, allowed, resetsAt }: ExceededStanding) =>
    requested > allowed ? Infinity : resetsAt;
  const [leftAt, rightAt] = [freesAt(left), freesAt(right)];
  return leftAt === rightAt ? 0 : rightAt > leftAt ? 1 : -1;
}

function windowDenial(state: State, binding: ExceededStanding): LimitDenial {
  const { limit, unit, allowed, spent, held, requested, startsAt, resetsAt } = binding;
  const remaining = positive(allowed - spent - held);
  const timeHelps = requested <= allowed;
  return {
    limit,
    unit,
    allowed,
    used: spent,
    held,
    requested,
    remaining,
    window: { startsAt: new Date(startsAt), endsAt: new Date(resetsAt) },
    resetsAt: timeHelps ? new Date(resetsAt) : null,
    zone: state.terms.inForce.zone,
    waysThrough: [
      ...(timeHelps ? [{ kind: 'wait' as const, until: new Date(resetsAt) }] : []),
      { kind: 'withoutAi' },
    ],
  };
}

function inFlightDenial(state: State, most: number): LimitDenial {
  // More than may run can be open where the limit was lowered.
  const freed = state.open.map(({ expiresAt }) => expiresAt).sort((left, right) => left - right);
  const freeAt = freed[state.open.length - most];
  const until = freeAt === undefined ? null : new Date(freeAt);
  return {
    limit: 'inFlight',
    unit: 'calls',
    allowed: BigInt(most),
    used: 0n,
    held: BigInt(state.open.length),
    requested: 1n,
    remaining: 0n,
    window: null,
    resetsAt: until,
    zone: state.terms.inForce.zone,
    waysThrough: [...(until ? [{ kind: 'wait' as const, until }] : []), { kind: 'withoutAi' }],
  };
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
