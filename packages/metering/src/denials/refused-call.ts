import type { HoldOutcome } from '../stream/decide-hold.ts';
import type { RefusedCall } from './denial-counter.ts';

/** What there is to count of a denial, in the person's day that ran when it was given. */
export function refusedCall(
  { denial, state }: Extract<HoldOutcome, { kind: 'denied' }>,
  call: { userId: string; operation: string },
): RefusedCall {
  return { ...call, limit: denial.limit, dayStartsAt: state.day.startsAt, at: state.at };
}
