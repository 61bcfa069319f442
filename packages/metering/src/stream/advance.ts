import { dayAfterZoneChange, dayAt } from '../windows/day.ts';
import { monthAt } from '../windows/month.ts';
import { spanOf, type Span } from '../windows/span.ts';
import { occurrence } from './decision.ts';
import type { Entry } from './entry.ts';
import { enterWindows, evolve } from './evolve.ts';
import type { ExpireFact, TermsFact } from './fact.ts';
import type { OpenHold, State } from './state.ts';

/** Who is named as the actor of terms that take effect at their time. */
const SCHEDULE = 'schedule';

/**
 * The state at a time, with what falls due on the way: holds that expired, terms that take effect. Time does not run
 * back: before the head's own time it is the head's time. One function gives gate, alerts and screens their windows.
 * The operation `ending`, which is about to be ended by what is known of it, does not expire.
 */
export function advance(
  head: State,
  clock: number,
  ending?: string,
): { now: number; entries: Entry[]; state: State } {
  const now = Math.max(clock, head.at);
  const entries: Entry[] = [];
  let state = head;
  const append = (fact: ExpireFact | TermsFact) => {
    state = evolve(state, fact);
    entries.push({ fact, state });
  };
  const expired = head.open.filter((hold) => hold.expiresAt <= now && hold.operationId !== ending);
  for (const hold of expired.sort(byExpiry)) append(expire(hold, now, state));
  const { scheduled } = head.terms;
  if (scheduled && scheduled.at <= now) {
    append({
      kind: 'terms',
      // One for each entry that scheduled terms, so they take effect once.
      operationId: `terms_${head.termsSeq}`,
      step: 0,
      at: now,
      ...windowsAt(state, now),
      terms: { inForce: scheduled.terms, scheduled: null },
      actor: SCHEDULE,
    });
  }
  return { now, entries, state: enterWindows(state, windowsAt(state, now)) };
}

function windowsAt(state: State, now: number): { day: Span; month: Span } {
  const { inForce, scheduled } = state.terms;
  const isDue = scheduled !== null && scheduled.at <= now;
  const { zone, anchorDay } = isDue ? scheduled.terms : inForce;
  const dayIn = isDue && zone !== inForce.zone ? dayAfterZoneChange : dayAt;
  return {
    day: dayIn(spanOf(state.day), zone, now),
    month: monthAt(spanOf(state.month), { zone, day: anchorDay }, now),
  };
}

const byExpiry = (left: OpenHold, right: OpenHold) => left.expiresAt - right.expiresAt;

/** In the windows of the head, which are those that the hold was admitted in or follow them. */
function expire({ expiresAt: _, ...call }: OpenHold, now: number, state: State): ExpireFact {
  return { kind: 'expire', step: 1, ...occurrence(state, now), ...call };
}
