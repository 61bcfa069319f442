import { effectiveLimits, type EffectiveLimit, type LimitReason } from '../terms/effective-limits.ts';
import { WINDOW_LIMITS, type WindowLimit } from '../terms/limits.ts';
import { amountOf } from './evolve.ts';
import type { Amount, State } from './state.ts';

/** What a call asks for: the most that it can use, and as which operation where that is known. */
export interface CallRequest extends Amount {
  operation?: string;
}

/** One limit as it stands, with what a call asks of it. Amounts are in the limit's own unit. */
export interface LimitStanding<Limit extends WindowLimit | 'operationsPerDay' = WindowLimit> {
  limit: Limit;
  unit: Limit extends WindowLimit ? 'tokens' | 'nanos' : 'calls';
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
    const { unit } = WINDOW_LIMITS[limit];
    const { spent, held, window } = amountOf(state, limit);
    return {
      limit,
      unit,
      spent,
      held,
      requested: unit === 'tokens' ? BigInt(request.tokens) : request.costNanos,
      ...allowance(limits[limit], spent + held),
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

export type OperationStanding = LimitStanding<'operationsPerDay'> & { operation: string };

/** How one more call of each operation stands to its cap of the day, for the operations that have one. */
export function assessOperations(state: State): OperationStanding[] {
  const caps = effectiveLimits(state.terms.inForce).operationsPerDay;
  return Object.entries(caps).map(([operation, cap]) => {
    const admitted = BigInt(state.admittedToday[operation] ?? 0);
    const running = state.open.filter(
      (hold) => hold.operation === operation && hold.admittedDay === state.day.startsAt,
    );
    const held = BigInt(running.length);
    return {
      limit: 'operationsPerDay',
      unit: 'calls',
      operation,
      spent: admitted - held,
      held,
      requested: 1n,
      ...allowance(cap, admitted),
      startsAt: state.day.startsAt,
      resetsAt: state.day.endsAt,
    };
  });
}

function allowance({ value: allowed, reason, granted }: EffectiveLimit, used: bigint) {
  const remaining = allowed === null ? null : allowed > used ? allowed - used : 0n;
  return { allowed, reason, granted, remaining };
}
