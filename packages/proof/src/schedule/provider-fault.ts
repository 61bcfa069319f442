import type { FaultInput } from '@resumint/local-stack';
import { isProviderFault, PROVIDER_FAULTS } from './fault-classes.ts';
import type { PlannedCall } from './planned-call.ts';

/** An answer at a boundary has six pieces or so: it reaches over the end of the day, and ends before its hold. */
const PIECES = 6;
const PAST_BOUNDARY = 1.4;

/** What the provider does wrong with a call, which is ordered under a key of its own; null for a call with the shared key. */
export function providerFaultOf({ fault, beforeBoundaryMs, index }: PlannedCall): FaultInput | null {
  if (beforeBoundaryMs !== null) {
    return { kind: 'slow', delayMs: Math.ceil((beforeBoundaryMs * PAST_BOUNDARY) / PIECES) };
  }
  if (fault === null) return null;
  // Of those that leave in the middle some are heard out in time and some are not.
  if (fault === 'goneMidStream') return { kind: 'slow', delayMs: index % 3 === 0 ? 900 : 40 };
  return isProviderFault(fault) ? PROVIDER_FAULTS[fault] : null;
}
