import { advance } from './advance.ts';
import { decideRelease } from './decide-end.ts';
import { entryAfter, occurrence, type Decision, type StreamView } from './decision.ts';
import type { VoidFact } from './fact.ts';

export interface AbandonCommand {
  operationId: string;
  claim: string;
  /** The highest sequence that an insert of the hold may still be under way for. */
  seq: number;
  voidId: string;
}

/**
 * Makes sure that a hold whose caller was told that it failed does not land later. Where its sequence is free a
 * `void` takes it; where the hold has landed it is released; where another entry stands there, nothing can land.
 */
export function decideAbandon(view: StreamView, command: AbandonCommand): Decision<'gone'> {
  const hold = view.earlier.find((fact) => fact.kind === 'hold');
  if (hold?.claim === command.claim) {
    const { operationId } = command;
    return { entries: decideRelease(view, { operationId, outcome: 'abandoned' }).entries, outcome: 'gone' };
  }
  if (view.head.seq >= command.seq) return { entries: [], outcome: 'gone' };
  const { now, entries, state } = advance(view.head, view.clock);
  const entry = entryAfter(state, {
    kind: 'void',
    operationId: command.voidId,
    step: 0,
    ...occurrence(state, now),
  } satisfies VoidFact);
  return { entries: [...entries, entry], outcome: 'gone' };
}
