import type { LimitDenial } from '@resumint/errors';
import { advance } from './advance.ts';
import { denialOf } from './denial.ts';
import { toleratedExcess } from './excess.ts';
import { entryAfter, occurrence, type Decision, type StreamView } from './decision.ts';
import type { Entry } from './entry.ts';
import type { Fact, HoldFact } from './fact.ts';
import type { Amount, State } from './state.ts';

export interface HoldCommand extends Amount {
  operationId: string;
  operation: string;
  model: string;
  priceVersion: string;
  inputTokens: number;
  outputTokens: number;
  payloadHash: string;
  /** Unique to this attempt to hold, whatever the operation id. */
  claim: string;
  lifetimeMs: number;
}

export type HoldOutcome =
  | { kind: 'admitted'; entry: Entry<HoldFact> }
  | { kind: 'denied'; denial: LimitDenial; state: State }
  | { kind: 'replayed'; earlier: Fact[]; state: State }
  | { kind: 'keyReused' };

/**
 * Admits a call or says why not. Closes the race of requests that check first and spend later: the hold counts as
 * used from the moment its entry lands, and an entry decided on an older head cannot land.
 */
export function decideHold(view: StreamView, command: HoldCommand): Decision<HoldOutcome> {
  const replay = decideReplay(view, command);
  if (replay) return replay;

  const { now, entries, state } = advance(view.head, view.clock);
  const denial = denialOf(state, command);
  if (denial) return { entries, outcome: { kind: 'denied', denial, state } };

  const { lifetimeMs, ...call } = command;
  const entry = entryAfter(state, {
    kind: 'hold',
    step: 0,
    ...call,
    ...occurrence(state, now),
    admittedDay: state.day.startsAt,
    admittedMonth: state.month.startsAt,
    expiresAt: now + lifetimeMs,
    exceeds: toleratedExcess(state, command),
  } satisfies HoldFact);
  return { entries: [...entries, entry], outcome: { kind: 'admitted', entry } };
}

/**
 * What there is already for this operation id: an answer that precedes any denial. Null when there is nothing. A hold
 * that is due expires first, so that the answer is what every screen says.
 */
export function decideReplay(
  view: StreamView,
  { claim, payloadHash }: Pick<HoldCommand, 'claim' | 'payloadHash'>,
): Decision<Exclude<HoldOutcome, { kind: 'denied' }>> | null {
  const begun = view.earlier.find((fact) => fact.kind === 'hold');
  if (!begun) return null;
  const { operationId } = begun;
  const { entries, state } = advance(view.head, view.clock);
  const expiry = entries.map(({ fact }) => fact).filter((fact) => fact.operationId === operationId);
  const due = expiry.length > 0 ? entries : [];
  const isOpen = state.open.some((hold) => hold.operationId === operationId);
  // The answer to our own insert was lost, and it did land: no one else carries this claim.
  if (begun.claim === claim && isOpen) {
    return { entries: [], outcome: { kind: 'admitted', entry: { fact: begun, state } } };
  }
  if (begun.payloadHash !== payloadHash) return { entries: due, outcome: { kind: 'keyReused' } };
  return { entries: due, outcome: { kind: 'replayed', earlier: [...view.earlier, ...expiry], state } };
}
