import type { LimitName } from '@resumint/errors';
import { assess, assessOperations, type CallRequest } from '../stream/assess.ts';
import type { State } from '../stream/state.ts';
import { effectiveLimits } from '../terms/effective-limits.ts';

export interface Fit {
  /** Null where no limit counts such calls. */
  calls: bigint | null;
  /** What keeps it from being more. */
  limit: LimitName | null;
}

/**
 * How many calls like this fit into what remains, one after the other, were each to use all that it is held for. In a
 * state that was advanced to now.
 */
export function fit(state: State, request: CallRequest): Fit {
  const { inFlight } = effectiveLimits(state.terms.inForce);
  if (inFlight.value === 0) return { calls: 0n, limit: 'inFlight' };
  const ofOperation = assessOperations(state).filter(({ operation }) => operation === request.operation);
  return [...Object.values(assess(state, request)), ...ofOperation].reduce<Fit>(
    (least, { limit, remaining, requested }) => {
      if (remaining === null || requested === 0n) return least;
      const calls = remaining / requested;
      return least.calls === null || calls < least.calls ? { calls, limit } : least;
    },
    { calls: null, limit: null },
  );
}
