import type { Terms, TermsRecord } from '../terms/terms.ts';
import { encodeTerms } from '../terms/terms-text.ts';
import { advance } from './advance.ts';
import { entryAfter, occurrence, type Decision, type StreamView } from './decision.ts';
import type { TermsFact } from './fact.ts';
import type { State } from './state.ts';

export interface TermsCommand {
  operationId: string;
  actor: string;
  /** Applied to the terms in force and to those that are scheduled. */
  change: (terms: Terms) => Terms;
}

/** New terms, from the next call on. They change no counter. */
export function decideTerms(view: StreamView, command: TermsCommand): Decision<State> {
  return decide(view, command, ({ terms }) => ({
    inForce: command.change(terms.inForce),
    scheduled: terms.scheduled && { at: terms.scheduled.at, terms: command.change(terms.scheduled.terms) },
  }));
}

/** A new zone, from the end of the running day on, so that no change of zone cuts a day short. */
export function decideZone(
  view: StreamView,
  { zone, ...command }: Omit<TermsCommand, 'change'> & { zone: string },
): Decision<State> {
  return decide(view, command, ({ terms, day }) => {
    const next = terms.scheduled?.terms ?? terms.inForce;
    const isBack = zone === terms.inForce.zone;
    return { ...terms, scheduled: isBack ? null : { at: day.endsAt, terms: { ...next, zone } } };
  });
}

function decide(
  view: StreamView,
  command: Omit<TermsCommand, 'change'>,
  change: (state: State) => TermsRecord,
): Decision<State> {
  const { now, entries, state } = advance(view.head, view.clock);
  const terms = change(state);
  // Asked for again, or asking for what is: an entry would say nothing.
  const isSame = encodeTerms(terms) === encodeTerms(state.terms);
  if (view.earlier.length > 0 || isSame) return { entries: [], outcome: state };
  const entry = entryAfter(state, {
    kind: 'terms',
    operationId: command.operationId,
    step: 0,
    ...occurrence(state, now),
    terms,
    actor: command.actor,
  } satisfies TermsFact);
  return { entries: [...entries, entry], outcome: entry.state };
}
