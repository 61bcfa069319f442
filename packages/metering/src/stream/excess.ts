import type { LimitDenial, LimitName } from '@resumint/errors';
import { effectiveLimits } from '../terms/effective-limits.ts';
import { MOST_IN_FLIGHT } from '../terms/terms.ts';
import { assess, assessOperations, type CallRequest, type LimitStanding } from './assess.ts';
import type { State } from './state.ts';

/** What a request goes past, to the number. */
export type Excess = Omit<LimitDenial, 'waysThrough'>;

/**
 * The admission test: what refuses a request in a state that was advanced to now, or null when it is admitted. Hold,
 * quote and every way through ask it. Soft limits refuse nothing but more open calls than a head can carry.
 */
export function refusalOf(state: State, request: CallRequest): Excess | null {
  if (state.terms.inForce.enforcement === 'hard') return excessOf(state, request);
  return state.open.length >= MOST_IN_FLIGHT ? inFlightExcess(state, MOST_IN_FLIGHT) : null;
}

/** The limit that a request goes past although it is admitted, since limits are soft. */
export function toleratedExcess(state: State, request: CallRequest): LimitName | null {
  if (state.terms.inForce.enforcement === 'hard') return null;
  return excessOf(state, request)?.limit ?? null;
}

function excessOf(state: State, request: CallRequest): Excess | null {
  const ofOperation = assessOperations(state).filter(({ operation }) => operation === request.operation);
  const standings: Standing[] = [...Object.values(assess(state, request)), ...ofOperation];
  const binding = standings.filter(isExceeded).sort(byHowLongItBinds)[0];
  if (binding) return windowExcess(state, binding);
  const most = effectiveLimits(state.terms.inForce).inFlight.value;
  return state.open.length >= most ? inFlightExcess(state, most) : null;
}

type Standing = LimitStanding | LimitStanding<'operationsPerDay'>;
type ExceededStanding = Standing & { allowed: bigint };

function isExceeded(standing: Standing): standing is ExceededStanding {
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

function windowExcess(state: State, binding: ExceededStanding): Excess {
  const { limit, unit, allowed, spent, held, requested, startsAt, resetsAt } = binding;
  return {
    limit,
    unit,
    allowed,
    used: spent,
    held,
    requested,
    remaining: binding.remaining ?? 0n,
    window: { startsAt: new Date(startsAt), endsAt: new Date(resetsAt) },
    resetsAt: requested <= allowed ? new Date(resetsAt) : null,
    zone: state.terms.inForce.zone,
  };
}

function inFlightExcess(state: State, most: number): Excess {
  // More than may run can be open where the limit was lowered.
  const freed = state.open.map(({ expiresAt }) => expiresAt).sort((left, right) => left - right);
  const freeAt = freed[state.open.length - most];
  return {
    limit: 'inFlight',
    unit: 'calls',
    allowed: BigInt(most),
    used: 0n,
    held: BigInt(state.open.length),
    requested: 1n,
    remaining: 0n,
    window: null,
    resetsAt: freeAt === undefined ? null : new Date(freeAt),
    zone: state.terms.inForce.zone,
  };
}
