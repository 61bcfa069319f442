import type { Terms } from '../terms/terms.ts';
import { localDay } from '../windows/day.ts';
import { localMonth } from '../windows/month.ts';
import type { OpenFact } from './fact.ts';

/** How a stream begins: in the windows of its zone that hold the instant. */
export function openingFact(terms: Terms, at: number): OpenFact {
  return {
    kind: 'open',
    operationId: 'open',
    step: 0,
    at,
    day: localDay(terms.zone, at),
    month: localMonth({ zone: terms.zone, day: terms.anchorDay }, at),
    terms: { inForce: terms, scheduled: null },
  };
}
